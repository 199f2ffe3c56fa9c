package io.github.agefold.dataset;

import io.github.agefold.face.Face;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;

/** Reads a square picture of an aligned face and makes it 64x64, each pixel the mean of the area that it covers. */
final class ChipReader {
    private ChipReader() {}

    static byte[] read(InputStream in) throws IOException {
        BufferedImage image = ImageIO.read(in);
        if (image == null) {
            throw new IOException("it is not an image");
        }
        if (image.getWidth() != image.getHeight() || image.getWidth() < Face.SIDE) {
            throw new IOException("it is " + image.getWidth() + "x" + image.getHeight() + ", not a square of at least "
                    + Face.SIDE + " pixels");
        }
        int side = image.getWidth();
        int[] rgb = image.getRGB(0, 0, side, side, null, 0, side);
        byte[] out = new byte[Face.LENGTH];
        float[] plane = new float[side * side];
        for (int channel = 0; channel < 3; channel++) {
            int shift = 16 - 8 * channel;
            for (int i = 0; i < plane.length; i++) {
                plane[i] = rgb[i] >> shift & 0xff;
            }
            float[] small = transposedShrink(transposedShrink(plane, side, side), side, Face.SIDE);
            for (int i = 0; i < small.length; i++) {
                out[channel * small.length + i] = (byte) Math.round(small[i]);
            }
        }
        return out;
    }

    /** Shrinks rows of the given width to 64 and turns rows into columns, so that doing it twice shrinks both ways. */
    private static float[] transposedShrink(float[] in, int width, int rows) {
        float[] out = new float[Face.SIDE * rows];
        double step = (double) width / Face.SIDE;
        for (int x = 0; x < Face.SIDE; x++) {
            double from = x * step;
            double to = from + step;
            for (int i = (int) from; i < Math.min(width, Math.ceil(to)); i++) {
                float share = (float) ((Math.min(to, i + 1) - Math.max(from, i)) / step);
                for (int y = 0; y < rows; y++) {
                    out[x * rows + y] += share * in[y * width + i];
                }
            }
        }
        return out;
    }
}
