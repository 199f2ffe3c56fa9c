package io.github.agefold.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningMedianTest {
    @Test
    void medianOfThreeIsTheMiddleOneAndAtTheEndsTheMeanOfTheTwoThatThereAre() {
        assertThat(medians(1, 4, 2, 8, 6)).containsExactly(2.5, 2, 4, 6, 7);
    }

    @Test
    void spikeLeavesNoTrace() {
        assertThat(medians(1, 1, 1, 1000, 1, 1, 1)).containsOnly(1);
    }

    @Test
    void stepStaysWhereItIs() {
        assertThat(medians(1, 1, 1, 5, 5, 5)).containsExactly(1, 1, 1, 5, 5, 5);
    }

    @Test
    void growingGivesWhatComputingAllAtOnceGives() {
        Random random = new Random(5);
        PlotSeries growing = new PlotSeries("a");
        growing.smooth(7);
        double[] values = new double[300];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(10);
            growing.add(i, values[i]);
            growing.medians();
        }
        double[] whole = new double[values.length];
        RunningMedian.update(values, values.length, 7, 0, whole);
        assertThat(Arrays.copyOf(growing.medians(), values.length)).isEqualTo(whole);
        for (int i = 0; i < values.length; i++) {
            assertThat(whole[i]).isEqualTo(slowly(values, i, 7));
        }
    }

    private static double slowly(double[] values, int i, int half) {
        double[] window = Arrays.copyOfRange(values, Math.max(0, i - half), Math.min(values.length, i + half + 1));
        Arrays.sort(window);
        int n = window.length;
        return n % 2 == 1 ? window[n / 2] : (window[n / 2 - 1] + window[n / 2]) / 2;
    }

    private static double[] medians(double... values) {
        double[] medians = new double[values.length];
        RunningMedian.update(values, values.length, 1, 0, medians);
        return medians;
    }
}
