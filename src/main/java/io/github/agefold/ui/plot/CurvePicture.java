package io.github.agefold.ui.plot;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** A see-through picture that curves are drawn into, a vertical span a column. */
final class CurvePicture {
    private final int width;
    private final int height;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    CurvePicture(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Image image() {
        return image;
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    /** Lets the screen see what was drawn. */
    void show() {
        buffer.updateBuffer(b -> null);
    }

    /**
     * Draws a curve.
     *
     * @param thickness in pixels, measured across a level curve
     */
    void draw(Columns columns, Axis vertical, Color color, double opacity, double thickness) {
        for (int column = 0; column < columns.width(); column++) {
            double low = columns.low(column);
            double high = columns.high(column);
            if (!Double.isNaN(low) && !Double.isInfinite(low) && !Double.isInfinite(high)) {
                double top = height * (1 - vertical.share(high)) - thickness / 2;
                double bottom = height * (1 - vertical.share(low)) + thickness / 2;
                span(column, top, bottom, color, opacity);
            }
        }
    }

    /** Draws a column from top to bottom; pixels that are covered in part are coloured in part. */
    private void span(int column, double top, double bottom, Color color, double opacity) {
        int first = (int) Math.max(0, Math.floor(top));
        int last = (int) Math.min(height - 1, Math.ceil(bottom) - 1);
        for (int row = first; row <= last; row++) {
            double covered = Math.min(row + 1, bottom) - Math.max(row, top);
            blend(row * width + column, color, opacity * covered);
        }
    }

    /** Draws a dot, for a curve that is a single point. */
    void dot(int x, int y, Color color) {
        for (int row = Math.max(0, y - 2); row <= Math.min(height - 1, y + 2); row++) {
            for (int column = Math.max(0, x - 2); column <= Math.min(width - 1, x + 2); column++) {
                blend(row * width + column, color, 1);
            }
        }
    }

    private void blend(int index, Color color, double alpha) {
        int under = pixels[index];
        double rest = 1 - alpha;
        int a = (int) Math.round(255 * alpha + rest * (under >>> 24));
        int r = (int) Math.round(255 * alpha * color.getRed() + rest * (under >> 16 & 0xff));
        int g = (int) Math.round(255 * alpha * color.getGreen() + rest * (under >> 8 & 0xff));
        int b = (int) Math.round(255 * alpha * color.getBlue() + rest * (under & 0xff));
        pixels[index] = a << 24 | r << 16 | g << 8 | b;
    }
}
