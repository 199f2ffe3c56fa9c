package io.github.agefold.ui.plot;

import java.util.Arrays;

/** The least and the greatest of each few values of a growing row, so that they need not be looked for again with every drawing. */
final class Blocks {
    /** Values to a block. */
    static final int SIZE = 16;

    private double[] low = new double[16];
    private double[] high = new double[16];
    private int known;

    /** Forgets what is known of values from an index on. */
    void forget(int from) {
        known = Math.min(known, from / SIZE);
    }

    /** Takes in the whole blocks of the first {@code size} values. */
    void update(double[] values, int size) {
        int whole = size / SIZE;
        if (whole > low.length) {
            low = Arrays.copyOf(low, 2 * whole);
            high = Arrays.copyOf(high, 2 * whole);
        }
        for (; known < whole; known++) {
            double least = Double.NaN;
            double greatest = Double.NaN;
            for (int i = known * SIZE; i < (known + 1) * SIZE; i++) {
                double value = values[i];
                // NaN compares as neither, so the first number replaces it
                least = value >= least || Double.isNaN(value) ? least : value;
                greatest = value <= greatest || Double.isNaN(value) ? greatest : value;
            }
            low[known] = least;
            high[known] = greatest;
        }
    }

    /** Whether a block begins at an index, and is whole. */
    boolean begins(int index) {
        return index % SIZE == 0 && index / SIZE < known;
    }

    /** The least of the block that begins at an index; NaN if it holds no number. */
    double low(int index) {
        return low[index / SIZE];
    }

    /** The greatest of the block that begins at an index. */
    double high(int index) {
        return high[index / SIZE];
    }
}
