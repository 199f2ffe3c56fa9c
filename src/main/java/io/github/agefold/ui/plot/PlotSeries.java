package io.github.agefold.ui.plot;

import java.util.Arrays;

/** A named curve that grows at its end, and its running median. Used by the screen's thread alone. */
public final class PlotSeries {
    private final String name;
    private double[] x = new double[64];
    private double[] y = new double[64];
    private double[] smooth = new double[64];
    private int size;
    private int half;
    private int smoothTo;

    public PlotSeries(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /**
     * Adds a point.
     *
     * @param x greater than that of the point before; otherwise the points from x on are forgotten first
     * @param y any number; what is not finite is not drawn
     */
    public void add(double x, double y) {
        if (size > 0 && x <= this.x[size - 1]) {
            size = firstFrom(x);
            smoothTo = Math.max(0, Math.min(smoothTo, size - half));
        }
        if (size == this.x.length) {
            this.x = Arrays.copyOf(this.x, 2 * size);
            this.y = Arrays.copyOf(this.y, 2 * size);
            smooth = Arrays.copyOf(smooth, 2 * size);
        }
        this.x[size] = x;
        this.y[size] = y;
        size++;
    }

    /** How many points there are. */
    public int size() {
        return size;
    }

    double x(int index) {
        return x[index];
    }

    double y(int index) {
        return y[index];
    }

    /** @param neighbours to each side that the median takes in; 0 for the values themselves */
    void smooth(int neighbours) {
        if (neighbours != half) {
            half = neighbours;
            smoothTo = 0;
        }
    }

    double[] xs() {
        return x;
    }

    double[] ys() {
        return y;
    }

    /** The running medians, up to date. */
    double[] medians() {
        if (smoothTo < size) {
            RunningMedian.update(y, size, half, smoothTo, smooth);
            // the last ones will see more neighbours
            smoothTo = Math.max(0, size - half);
        }
        return smooth;
    }

    /** The index of the first point at or after an x. */
    int firstFrom(double at) {
        int index = Arrays.binarySearch(x, 0, size, at);
        return index < 0 ? -index - 1 : index;
    }

    /** The index of the point nearest to an x; -1 without points. */
    int nearest(double at) {
        int after = firstFrom(at);
        if (after == size) {
            return size - 1;
        }
        return after > 0 && at - x[after - 1] < x[after] - at ? after - 1 : after;
    }
}
