package io.github.agefold.ui.plot;

/**
 * A curve as seen through columns of pixels: the least and the greatest value that it takes in each, points joined by straight lines.
 * However many points there are, none that stands out is lost.
 */
final class Columns {
    private final double[] low;
    private final double[] high;

    private Columns(int width) {
        low = new double[width];
        high = new double[width];
    }

    /**
     * @param x ascending; the first {@code size} count, as of y
     * @param sight the range of x that the columns share
     */
    static Columns of(double[] x, double[] y, int size, int first, Axis sight, int width) {
        Columns columns = new Columns(width);
        double step = (sight.max() - sight.min()) / width;
        int next = first;
        for (int column = 0; column < width; column++) {
            double left = sight.min() + column * step;
            double right = sight.min() + (column + 1) * step;
            double atLeft = between(x, y, size, next, left);
            double least = atLeft;
            double greatest = atLeft;
            while (next < size && x[next] < right) {
                double value = y[next++];
                // NaN compares as neither, so the first number replaces it
                if (!(value >= least)) {
                    least = Double.isNaN(value) ? least : value;
                }
                if (!(value <= greatest)) {
                    greatest = Double.isNaN(value) ? greatest : value;
                }
            }
            double atRight = between(x, y, size, next, right);
            columns.low[column] = atRight < least || Double.isNaN(least) ? atRight : least;
            columns.high[column] = atRight > greatest || Double.isNaN(greatest) ? atRight : greatest;
        }
        return columns;
    }

    /** The curve at a place between the points before and at an index; NaN beyond its ends. */
    private static double between(double[] x, double[] y, int size, int next, double at) {
        if (next == 0 || next >= size) {
            return Double.NaN;
        }
        double share = (at - x[next - 1]) / (x[next] - x[next - 1]);
        return y[next - 1] + share * (y[next] - y[next - 1]);
    }

    int width() {
        return low.length;
    }

    /** The least value of a column; NaN where there is no curve. */
    double low(int column) {
        return low[column];
    }

    /** The greatest value of a column; NaN where there is no curve. */
    double high(int column) {
        return high[column];
    }
}
