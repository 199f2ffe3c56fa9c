package io.github.agefold.ui.control;

import io.github.agefold.face.Face;
import io.github.agefold.photo.Photo;
import io.github.agefold.strip.FaceImage;
import java.awt.image.BufferedImage;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/** Pictures of the core as JavaFX images, and back. */
public final class Pictures {
    /** Faces on the screen are drawn this large and then scaled to their place: sharp on dense screens, smooth elsewhere. */
    private static final int FACE_SIDE = 384;

    private Pictures() {}

    /** A face, smoothly enlarged. */
    public static Image of(Face face) {
        return of(FaceImage.of(face, FACE_SIDE));
    }

    public static Image of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] argb = picture.getRGB(0, 0, width, height, null, 0, width);
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }

    /**
     * A photo, made smaller by averaging where it is larger than a screen shows.
     *
     * @param longest the longest side wanted, in pixels; the image may be up to that
     */
    public static Image of(Photo photo, int longest) {
        int factor = Math.max(1, (Math.max(photo.width(), photo.height()) + longest - 1) / longest);
        int width = Math.max(1, photo.width() / factor);
        int height = Math.max(1, photo.height() / factor);
        // a photo narrower than the factor is averaged over what it has
        int across = Math.min(factor, photo.width());
        int down = Math.min(factor, photo.height());
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int sum = 0;
                    for (int j = 0; j < down; j++) {
                        int row = ((y * factor + j) * photo.width() + x * factor) * 3 + channel;
                        for (int i = 0; i < across; i++) {
                            sum += photo.rgb()[row + 3 * i] & 0xFF;
                        }
                    }
                    rgb[3 * (y * width + x) + channel] = (byte) (sum / (across * down));
                }
            }
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getByteRgbInstance(), rgb, 0, 3 * width);
        return image;
    }

    /** A copied picture, with its transparency. */
    public static BufferedImage toBuffered(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader reader = image.getPixelReader();
        int[] argb = new int[width * height];
        reader.getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, width, height, argb, 0, width);
        return picture;
    }
}
