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
    private static final int OPAQUE = 256;

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
        int rgb = rgb(color);
        for (int column = 0; column < columns.width(); column++) {
            double low = columns.low(column);
            double high = columns.high(column);
            if (!Double.isNaN(low) && !Double.isInfinite(low) && !Double.isInfinite(high)) {
                double top = height * (1 - vertical.share(high)) - thickness / 2;
                double bottom = height * (1 - vertical.share(low)) + thickness / 2;
                span(column, top, bottom, rgb, opacity);
            }
        }
    }

    /** Draws a column from top to bottom; pixels that are covered in part are coloured in part. */
    private void span(int column, double top, double bottom, int color, double opacity) {
        int first = (int) Math.max(0, Math.floor(top));
        int last = (int) Math.min(height - 1, Math.ceil(bottom) - 1);
        int whole = (int) Math.round(OPAQUE * opacity);
        for (int row = first; row <= last; row++) {
            boolean edge = row < top || row + 1 > bottom;
            double covered = edge ? Math.min(row + 1, bottom) - Math.max(row, top) : 1;
            blend(row * width + column, color, edge ? (int) Math.round(whole * covered) : whole);
        }
    }

    /** Draws a dot, for a curve that is a single point. */
    void dot(int x, int y, Color color) {
        for (int row = Math.max(0, y - 2); row <= Math.min(height - 1, y + 2); row++) {
            for (int column = Math.max(0, x - 2); column <= Math.min(width - 1, x + 2); column++) {
                blend(row * width + column, rgb(color), OPAQUE);
            }
        }
    }

    /** Lays a colour over a pixel; in whole numbers, for a drawing is up to millions of these. */
    private void blend(int index, int color, int alpha) {
        int under = pixels[index];
        int rest = OPAQUE - alpha;
        int a = 255 * alpha + (under >>> 24) * rest;
        int r = (color >> 16 & 0xff) * alpha + (under >> 16 & 0xff) * rest;
        int g = (color >> 8 & 0xff) * alpha + (under >> 8 & 0xff) * rest;
        int b = (color & 0xff) * alpha + (under & 0xff) * rest;
        pixels[index] = (a >> 8) << 24 | (r >> 8) << 16 | (g >> 8) << 8 | b >> 8;
    }

    private static int rgb(Color color) {
        return (int) Math.round(255 * color.getRed()) << 16
                | (int) Math.round(255 * color.getGreen()) << 8
                | (int) Math.round(255 * color.getBlue());
    }
}
