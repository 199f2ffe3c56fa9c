package io.github.agefold.ui.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/** What a plot shows: its curves, which of them are seen, and the part of them that is in sight. Used by the screen's thread alone. */
public final class PlotModel {
    /** How many neighbours to each side the median can take in. */
    static final List<Integer> SMOOTHINGS = List.of(0, 5, 25, 100);

    private static final int SAMPLES = 400;
    private static final double ROOM = 0.06;

    private final List<PlotSeries> series = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private final List<PlotLine> lines = new ArrayList<>();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private int smoothing = 25;
    private boolean log;
    private double stepsPerEpoch;
    private @Nullable Axis chosenX;
    private @Nullable Axis chosenY;

    /** A level that is marked, with its meaning. */
    public record PlotLine(double value, String words) {}

    /** Counts changes of any kind: a plot is drawn anew after each. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Tells that points were added. */
    public void changed() {
        revision.set(revision.get() + 1);
    }

    public List<PlotSeries> series() {
        return Collections.unmodifiableList(series);
    }

    /** The curve of a name; made if there is none. */
    public PlotSeries series(String name) {
        Optional<PlotSeries> known =
                series.stream().filter(s -> s.name().equals(name)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        PlotSeries made = new PlotSeries(name);
        made.smooth(smoothing);
        series.add(made);
        return made;
    }

    /** Forgets all curves, and what was chosen to be in sight. */
    public void clear() {
        series.clear();
        fit();
    }

    /** Marks a level. */
    public void mark(double value, String words) {
        lines.add(new PlotLine(value, words));
    }

    List<PlotLine> lines() {
        return lines;
    }

    public boolean isEmpty() {
        return series.stream().allMatch(s -> s.size() == 0);
    }

    boolean isVisible(PlotSeries one) {
        return !hidden.contains(one.name());
    }

    void setVisible(String name, boolean visible) {
        if (visible) {
            hidden.remove(name);
        } else {
            hidden.add(name);
        }
        changed();
    }

    List<PlotSeries> visible() {
        return series.stream().filter(s -> isVisible(s) && s.size() > 0).toList();
    }

    boolean isLog() {
        return log;
    }

    void setLog(boolean on) {
        log = on;
        chosenY = null;
        changed();
    }

    int smoothing() {
        return smoothing;
    }

    /** @param neighbours to each side that the median takes in; 0 for none */
    public void setSmoothing(int neighbours) {
        smoothing = neighbours;
        series.forEach(s -> s.smooth(neighbours));
        changed();
    }

    /** @param steps of x that are an epoch; 0 for none */
    public void setStepsPerEpoch(double steps) {
        stepsPerEpoch = steps;
    }

    double stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /** Shows everything again, and goes on to as more comes. */
    void fit() {
        chosenX = null;
        chosenY = null;
        changed();
    }

    boolean isFitted() {
        return chosenX == null && chosenY == null;
    }

    /** Zooms about a place, 0 to 1 from the left; what is in sight then stays in sight while points are added. */
    void zoomX(double factor, double at) {
        chosenX = x().zoom(factor, at);
        changed();
    }

    /** Zooms about a height, 0 to 1 from the bottom. */
    void zoomY(double factor, double at) {
        chosenY = y().zoom(factor, at);
        changed();
    }

    /** Moves what is in sight by shares of it. */
    void pan(double right, double up) {
        chosenX = x().pan(right);
        if (chosenY != null) {
            chosenY = chosenY.pan(up);
        }
        changed();
    }

    /** What of x is in sight. */
    Axis x() {
        if (chosenX != null) {
            return chosenX;
        }
        double last =
                visible().stream().mapToDouble(s -> s.x(s.size() - 1)).max().orElse(1);
        double first = visible().stream().mapToDouble(s -> s.x(0)).min().orElse(0);
        return new Axis(Math.min(first, last - 1), last, false);
    }

    /** What of y is in sight. */
    Axis y() {
        return chosenY != null ? chosenY : fittedY(x());
    }

    /** The range of the curves in sight, but for single values that stand far out. */
    private Axis fittedY(Axis sight) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (PlotSeries one : visible()) {
            int from = Math.max(0, one.firstFrom(sight.min()) - 1);
            int to = Math.min(one.size(), one.firstFrom(sight.max()) + 1);
            double[] sample = sample(one.ys(), from, to);
            double[] medians = sample(one.medians(), from, to);
            if (sample.length > 0 && medians.length > 0) {
                int out = sample.length / 50;
                low = Math.min(low, Math.min(sample[out], medians[0]));
                high = Math.max(high, Math.max(sample[sample.length - 1 - out], medians[medians.length - 1]));
            }
        }
        for (PlotLine line : visible().isEmpty() ? List.<PlotLine>of() : lines) {
            low = Math.min(low, line.value());
            high = Math.max(high, line.value());
        }
        return around(low, high);
    }

    private double[] sample(double[] values, int from, int to) {
        int stride = Math.max(1, (to - from) / SAMPLES);
        double[] sample = new double[Math.max(0, (to - from + stride - 1) / stride)];
        int count = 0;
        for (int i = from; i < to; i += stride) {
            if (Double.isFinite(values[i]) && (!log || values[i] > 0)) {
                sample[count++] = values[i];
            }
        }
        double[] kept = Arrays.copyOf(sample, count);
        Arrays.sort(kept);
        return kept;
    }

    private Axis around(double low, double high) {
        if (low > high) {
            return new Axis(log ? 0.1 : 0, 1, log);
        }
        double width = Math.max(high - low, Math.max(Math.abs(high) * 1e-3, 1e-9));
        if (log) {
            double factor = Math.pow(Math.max(high / low, 1.05), ROOM);
            return new Axis(low / factor, high * factor, true);
        }
        // a curve of positive numbers is not shown below nothing
        double bottom = low >= 0 ? Math.max(0, low - ROOM * width) : low - ROOM * width;
        return new Axis(bottom, high + ROOM * width, false);
    }
}
