package io.github.agefold.ui.plot;

import java.util.List;
import java.util.stream.Collectors;

/** All points of a plot as CSV: a row an x, a column a curve, and an empty cell where a curve has no value. */
final class PlotCsv {
    private PlotCsv() {}

    static String of(List<PlotSeries> series) {
        StringBuilder csv = new StringBuilder("step,");
        csv.append(series.stream().map(s -> quoted(s.name())).collect(Collectors.joining(",")))
                .append('\n');
        int[] next = new int[series.size()];
        while (true) {
            double x = Double.POSITIVE_INFINITY;
            for (int i = 0; i < next.length; i++) {
                if (next[i] < series.get(i).size()) {
                    x = Math.min(x, series.get(i).x(next[i]));
                }
            }
            if (x == Double.POSITIVE_INFINITY) {
                return csv.toString();
            }
            csv.append(x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x));
            for (int i = 0; i < next.length; i++) {
                PlotSeries one = series.get(i);
                csv.append(',');
                if (next[i] < one.size() && one.x(next[i]) == x) {
                    csv.append(one.y(next[i]++));
                }
            }
            csv.append('\n');
        }
    }

    private static String quoted(String name) {
        return name.contains(",") ? '"' + name + '"' : name;
    }
}
