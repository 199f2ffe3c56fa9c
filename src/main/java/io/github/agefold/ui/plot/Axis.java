package io.github.agefold.ui.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a quantity is in sight.
 *
 * @param min at the left or at the bottom
 * @param max at the right or at the top, greater
 * @param log whether equal ratios rather than equal differences take equal room; then min is above 0
 */
record Axis(double min, double max, boolean log) {
    Axis {
        if (!(min < max) || Double.isInfinite(max - min) || (log && min <= 0)) {
            throw new IllegalArgumentException("an axis cannot go from " + min + " to " + max + (log ? ", log" : ""));
        }
    }

    /** Where a value lies: 0 at min, 1 at max. On a logarithmic axis what is not above 0 lies far below. */
    double share(double value) {
        double from = scaled(min);
        return (scaled(value) - from) / (scaled(max) - from);
    }

    double value(double share) {
        double at = scaled(min) + share * (scaled(max) - scaled(min));
        return log ? Math.exp(at) : at;
    }

    private double scaled(double value) {
        return log ? Math.log(Math.max(value, Double.MIN_NORMAL)) : value;
    }

    /**
     * The axis with another range, in which one place keeps its value.
     *
     * @param factor the new range as a share of the old
     * @param at the place, 0 to 1
     */
    Axis zoom(double factor, double at) {
        return part(at - at * factor, at + (1 - at) * factor);
    }

    /** The axis moved by a share of its range. */
    Axis pan(double share) {
        return part(share, 1 + share);
    }

    /** The axis between two shares; the same as before where doubles are too coarse for it. */
    private Axis part(double from, double to) {
        double low = value(from);
        double high = value(to);
        double least = Math.max(Math.abs(low), Math.abs(high)) * 1e-12;
        return high - low > least && !Double.isInfinite(high - low) && (!log || low > 0)
                ? new Axis(low, high, log)
                : this;
    }

    /** Round values in sight, about as many as asked for. */
    List<Double> ticks(int about) {
        return log && max / min >= 10 ? decades(about) : evenly(about);
    }

    private List<Double> evenly(int about) {
        double rough = (max - min) / Math.max(1, about);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough / power > 5 ? 10 : rough / power > 2 ? 5 : rough / power > 1 ? 2 : 1);
        List<Double> ticks = new ArrayList<>();
        for (double i = Math.ceil(min / step); i * step <= max; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private List<Double> decades(int about) {
        int lowest = (int) Math.floor(Math.log10(min));
        int highest = (int) Math.ceil(Math.log10(max));
        double[] within = highest - lowest <= about / 2 ? new double[] {1, 2, 5} : new double[] {1};
        List<Double> ticks = new ArrayList<>();
        for (int power = lowest; power <= highest; power++) {
            for (double digit : within) {
                double tick = digit * Math.pow(10, power);
                if (tick >= min && tick <= max) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
