package io.github.agefold.ui.plot;

import java.util.Arrays;

/**
 * The median of each value and its neighbours. A spike shorter than half the window leaves no trace, a step stays where it is, and a
 * logarithmic axis changes nothing. At the ends the window takes the neighbours that there are: nothing is made up.
 */
final class RunningMedian {
    private RunningMedian() {}

    /**
     * Computes medians from an index to the end.
     *
     * @param values of which the first {@code size} count
     * @param half how many neighbours to each side
     * @param medians where they go
     */
    static void update(double[] values, int size, int half, int from, double[] medians) {
        int low = Math.max(0, from - half);
        int high = Math.min(size, from + half);
        double[] window = new double[2 * half + 2];
        System.arraycopy(values, low, window, 0, high - low);
        int count = high - low;
        Arrays.sort(window, 0, count);
        for (int i = from; i < size; i++) {
            if (i + half < size) {
                insert(window, count++, values[i + half]);
            }
            if (i - half - 1 >= low) {
                remove(window, count--, values[i - half - 1]);
            }
            medians[i] = count % 2 == 1 ? window[count / 2] : (window[count / 2 - 1] + window[count / 2]) / 2;
        }
    }

    private static void insert(double[] window, int count, double value) {
        int at = Arrays.binarySearch(window, 0, count, value);
        at = at < 0 ? -at - 1 : at;
        System.arraycopy(window, at, window, at + 1, count - at);
        window[at] = value;
    }

    private static void remove(double[] window, int count, double value) {
        int at = Arrays.binarySearch(window, 0, count, value);
        System.arraycopy(window, at + 1, window, at, count - at - 1);
    }
}
