package io.github.agefold.benchmark;

import java.util.Arrays;

/**
 * Takes the time of work that is done again and again.
 *
 * @param warmUp how often the work is done untimed first, until Java has compiled it and memory is in place
 * @param runs how often it is timed
 */
public record Stopwatch(int warmUp, int runs) {
    public Stopwatch {
        if (warmUp < 0 || runs < 1) {
            throw new IllegalArgumentException(
                    "a warm-up of at least 0 and at least 1 run are wanted, got " + warmUp + " and " + runs);
        }
    }

    /** The median time of the work, in milliseconds. */
    public double median(Runnable work) {
        return median(() -> {}, work);
    }

    /** The same for work that needs other work done before it each time, which does not count. */
    double median(Runnable before, Runnable work) {
        double[] times = new double[runs];
        for (int i = -warmUp; i < runs; i++) {
            before.run();
            long begin = System.nanoTime();
            work.run();
            if (i >= 0) {
                times[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        return median(times);
    }

    /** The middle value, or the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
