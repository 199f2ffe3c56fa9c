package io.github.agefold.evaluation;

import java.util.List;
import java.util.Locale;

/** A plot of lines over the six age groups, as SVG for a page. */
final class SvgPlot {
    private static final int WIDTH = 460;
    private static final int HEIGHT = 260;
    private static final int LEFT = 44;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 30;

    private SvgPlot() {}

    /**
     * A line of the plot.
     *
     * @param style class of its colour
     * @param values one a group; what is not a number leaves a gap
     */
    record Line(String name, String style, List<Double> values) {}

    /**
     * @param title read out, and shown above
     * @param groups below the axis
     * @param bands lowest and highest wanted value of each group; empty for none
     * @param top highest value of the axis
     * @param step between two lines of the grid
     * @param unit behind the axis's numbers
     */
    static String of(
            String title,
            List<String> groups,
            List<double[]> bands,
            List<Line> lines,
            double top,
            double step,
            String unit) {
        StringBuilder svg = new StringBuilder();
        svg.append("<figure><figcaption>")
                .append(title)
                .append("</figcaption><svg viewBox='0 0 ")
                .append(WIDTH + " " + HEIGHT)
                .append("' role='img' aria-label='")
                .append(title)
                .append("'>");
        for (int i = 0; i < bands.size(); i++) {
            double half = (WIDTH - LEFT - RIGHT) / (2.0 * groups.size()) - 4;
            double from = y(Math.min(top, bands.get(i)[1]), top);
            double to = y(bands.get(i)[0], top);
            svg.append(format(
                    "<rect class='band' x='%.1f' y='%.1f' width='%.1f' height='%.1f'/>",
                    x(i, groups.size()) - half, from, 2 * half, to - from));
        }
        for (double value = 0; value <= top + 1e-9; value += step) {
            svg.append(format(
                    "<line class='grid' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/><text x='%d' y='%.1f' class='end'>%.0f%s</text>",
                    LEFT, WIDTH - RIGHT, y(value, top), y(value, top), LEFT - 6, y(value, top) + 4, value, unit));
        }
        for (int i = 0; i < groups.size(); i++) {
            svg.append(format(
                    "<text x='%.1f' y='%d' class='middle'>%s</text>", x(i, groups.size()), HEIGHT - 10, groups.get(i)));
        }
        for (Line line : lines) {
            svg.append("<path class='line ").append(line.style()).append("' d='");
            boolean drawing = false;
            for (int i = 0; i < line.values().size(); i++) {
                Double value = line.values().get(i);
                if (value == null || !Double.isFinite(value)) {
                    drawing = false;
                    continue;
                }
                svg.append(
                        format("%s%.1f %.1f", drawing ? "L" : "M", x(i, groups.size()), y(Math.min(value, top), top)));
                drawing = true;
            }
            svg.append("'><title>").append(line.name()).append("</title></path>");
        }
        svg.append("</svg><p class='legend'>");
        for (Line line : lines) {
            svg.append("<span class='")
                    .append(line.style())
                    .append("'>")
                    .append(line.name())
                    .append("</span> ");
        }
        return svg.append("</p></figure>").toString();
    }

    private static double x(int index, int count) {
        return LEFT + (index + 0.5) * (WIDTH - LEFT - RIGHT) / count;
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
