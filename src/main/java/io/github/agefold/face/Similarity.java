package io.github.agefold.face;

/**
 * A similarity transform of the plane (turn, scale, shift): x' = a x - b y + tx, y' = b x + a y + ty.
 */
public record Similarity(double a, double b, double tx, double ty) {
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
}
