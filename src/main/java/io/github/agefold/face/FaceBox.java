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
}
