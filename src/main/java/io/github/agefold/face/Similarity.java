package io.github.agefold.face;

/**
 * A similarity transform of the plane (turn, scale, shift): x' = a x - b y + tx, y' = b x + a y + ty. Points of a picture are
 * continuous: its first pixel reaches from 0 to 1.
 */
public record Similarity(double a, double b, double tx, double ty) {

    /**
     * The transform that takes points nearest to others, by the sum of squared distances (Umeyama 1991, in the plane and without
     * mirroring, where it has a closed form).
     *
     * @param from x and y of each point in turn
     * @param to the same number of points
     * @throws IllegalArgumentException if there are fewer than two different points, or the numbers differ
     */
    public static Similarity fit(double[] from, double[] to) {
        if (from.length != to.length || from.length < 4) {
            throw new IllegalArgumentException(
                    "wanted pairs of two points or more, got " + from.length + " and " + to.length + " numbers");
        }
        int points = from.length / 2;
        double fromX = 0;
        double fromY = 0;
        double toX = 0;
        double toY = 0;
        for (int i = 0; i < points; i++) {
            fromX += from[2 * i] / points;
            fromY += from[2 * i + 1] / points;
            toX += to[2 * i] / points;
            toY += to[2 * i + 1] / points;
        }
        double spread = 0;
        double along = 0;
        double across = 0;
        for (int i = 0; i < points; i++) {
            double x = from[2 * i] - fromX;
            double y = from[2 * i + 1] - fromY;
            double u = to[2 * i] - toX;
            double v = to[2 * i + 1] - toY;
            spread += x * x + y * y;
            along += x * u + y * v;
            across += x * v - y * u;
        }
        if (spread == 0) {
            throw new IllegalArgumentException("all points are the same");
        }
        double a = along / spread;
        double b = across / spread;
        return new Similarity(a, b, toX - a * fromX + b * fromY, toY - b * fromX - a * fromY);
    }

    /**
     * Takes the square from 0 to {@code side} onto a square of a picture.
     *
     * @param centerX of that square, and {@code centerY}
     * @param size of its sides
     * @param roll by how much it is turned clockwise, in radians
     */
    static Similarity ofSquare(double side, double centerX, double centerY, double size, double roll) {
        double a = size / side * Math.cos(roll);
        double b = size / side * Math.sin(roll);
        double half = side / 2;
        return new Similarity(a, b, centerX - a * half + b * half, centerY - b * half - a * half);
    }

    /** How much longer lengths become. */
    public double scale() {
        return Math.hypot(a, b);
    }

    public double mapX(double x, double y) {
        return a * x - b * y + tx;
    }

    public double mapY(double x, double y) {
        return b * x + a * y + ty;
    }

    /**
     * Takes many points at once.
     *
     * @param points x and y of each in turn
     */
    public double[] map(double[] points) {
        double[] mapped = new double[points.length];
        for (int i = 0; i < points.length; i += 2) {
            mapped[i] = mapX(points[i], points[i + 1]);
            mapped[i + 1] = mapY(points[i], points[i + 1]);
        }
        return mapped;
    }

    /** The way back. */
    public Similarity inverse() {
        double square = a * a + b * b;
        double backA = a / square;
        double backB = -b / square;
        return new Similarity(backA, backB, -backA * tx + backB * ty, -backB * tx - backA * ty);
    }

    /** This transform, done on what is {@code factor} times as large: (x, y) goes where (factor x, factor y) went. */
    Similarity afterScaling(double factor) {
        return new Similarity(a * factor, b * factor, tx, ty);
    }
}
