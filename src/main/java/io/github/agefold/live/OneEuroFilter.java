package io.github.agefold.live;

import org.jspecify.annotations.Nullable;

/**
 * The One Euro filter (Casiez, Roussel, Vogel: "1 € Filter: A Simple Speed-based Low-pass Filter for Noisy Input in Interactive Systems",
 * CHI 2012) for vectors: a low-pass whose cut-off rises with the speed, so that it is strong when its input stands still and quick
 * when it moves. All components share one cut-off, by the root mean square of their speeds: the vector goes straight to where it is bound.
 */
public final class OneEuroFilter {
    /** Cut-off for the speed itself, in Hz: the paper's. */
    private static final double SPEED_CUTOFF = 1;

    private double slowestCutoff;
    private double gain;
    private float @Nullable [] newest;
    private float[] filtered = {};
    private float[] speed = {};
    private double time;

    /**
     * @param slowestCutoff f_c,min, in Hz: the lower, the steadier when still
     * @param gain beta, in Hz per unit and second: the higher, the quicker when moving
     */
    public OneEuroFilter(double slowestCutoff, double gain) {
        tune(slowestCutoff, gain);
    }

    /** Changes the constants of the constructor; what was filtered stays. */
    public void tune(double newSlowestCutoff, double newGain) {
        if (!(newSlowestCutoff > 0) || !(newGain >= 0)) {
            throw new IllegalArgumentException(
                    "the cut-off must be above 0 and the gain at least 0, got " + newSlowestCutoff + " and " + newGain);
        }
        slowestCutoff = newSlowestCutoff;
        gain = newGain;
    }

    /**
     * @param values the newest input, always of the same length
     * @param seconds its time; what is not later than the one before is taken to be a millisecond later
     * @return the filtered vector, a copy
     */
    public float[] filter(float[] values, double seconds) {
        float[] before = newest;
        newest = values.clone();
        if (before == null) {
            filtered = values.clone();
            speed = new float[values.length];
            time = seconds;
            return filtered.clone();
        }
        if (before.length != values.length) {
            throw new IllegalArgumentException("wanted " + before.length + " numbers, got " + values.length);
        }
        double step = Math.max(seconds - time, 1e-3);
        time = Math.max(seconds, time + step);
        double speedShare = share(SPEED_CUTOFF, step);
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            speed[i] += (float) (speedShare * ((values[i] - before[i]) / step - speed[i]));
            squares += speed[i] * speed[i];
        }
        double share = share(slowestCutoff + gain * Math.sqrt(squares / values.length), step);
        for (int i = 0; i < values.length; i++) {
            filtered[i] += (float) (share * (values[i] - filtered[i]));
        }
        return filtered.clone();
    }

    /** How much of the new value a first-order low-pass takes. */
    private static double share(double cutoff, double step) {
        return 1 / (1 + 1 / (2 * Math.PI * cutoff * step));
    }
}
