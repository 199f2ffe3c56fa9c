package io.github.agefold.face;

/** A rectangle in a photo, in its pixels; it may reach over the edges. */
public record FaceBox(double x, double y, double width, double height) {
    public FaceBox {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("a box has a size, got " + width + " x " + height);
        }
    }

    public double area() {
        return width * height;
    }

    /** Intersection over union with another box: 0 where they are apart, 1 where they are the same. */
    public double overlap(FaceBox other) {
        double shared = intersection(other);
        return shared / (area() + other.area() - shared);
    }

    /** The area of what both boxes cover. */
    double intersection(FaceBox other) {
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return Math.max(0, across) * Math.max(0, down);
    }
}
