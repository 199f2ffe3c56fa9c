package io.github.agefold.ui.control;

import io.github.agefold.photo.Photo;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** Pictures that follow each other in one JavaFX image: nothing is made anew as long as the size stays. */
public final class Film {
    private @Nullable PixelBuffer<IntBuffer> pixels;
    private @Nullable Image image;

    /** Shows the next picture, on the screen's thread. */
    public void show(Photo photo) {
        byte[] rgb = photo.rgb();
        int[] argb = reserve(photo.width(), photo.height());
        for (int i = 0, at = 0; i < argb.length; i++, at += 3) {
            argb[i] = 0xff000000 | ((rgb[at] & 0xff) << 16) | ((rgb[at + 1] & 0xff) << 8) | (rgb[at + 2] & 0xff);
        }
        update();
    }

    /**
     * Shows the next picture.
     *
     * @param opaque 0xRRGGBB, row by row
     */
    public void show(int[] opaque, int width, int height) {
        int[] argb = reserve(width, height);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | opaque[i];
        }
        update();
    }

    private int[] reserve(int width, int height) {
        PixelBuffer<IntBuffer> present = pixels;
        if (present == null || present.getWidth() != width || present.getHeight() != height) {
            present = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            pixels = present;
            image = new WritableImage(present);
        }
        return present.getBuffer().array();
    }

    private void update() {
        if (pixels != null) {
            pixels.updateBuffer(buffer -> null);
        }
    }

    /** The image that shows them; another one after the size has changed, null before the first. */
    public @Nullable Image image() {
        return image;
    }
}
