package io.github.agefold.strip;

import io.github.agefold.face.Face;
import java.awt.image.BufferedImage;

/** A face as a picture of any larger size, smooth (Catmull-Rom) rather than in blocks. */
public final class FaceImage {
    private FaceImage() {}

    /**
     * @param face 64x64
     * @param side width and height of the picture in pixels, at least 64
     */
    public static BufferedImage of(Face face, int side) {
        if (side < Face.SIDE) {
            throw new IllegalArgumentException("a face is drawn at " + Face.SIDE + " pixels or more, got " + side);
        }
        float[][] weights = new float[side][];
        int[] starts = new int[side];
        for (int i = 0; i < side; i++) {
            double source = (i + 0.5) * Face.SIDE / side - 0.5;
            starts[i] = (int) Math.floor(source) - 1;
            weights[i] = catmullRom((float) (source - Math.floor(source)));
        }
        float[][] planes = new float[3][];
        for (int channel = 0; channel < 3; channel++) {
            planes[channel] = enlarge(face.pixels(), channel * Face.SIDE * Face.SIDE, side, starts, weights);
        }
        int[] rgb = new int[side * side];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = toByte(planes[0][i]) << 16 | toByte(planes[1][i]) << 8 | toByte(planes[2][i]);
        }
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, side, side, rgb, 0, side);
        return image;
    }

    /** How much each of the four nearest pixels counts at a place between the second and the third. */
    private static float[] catmullRom(float t) {
        return new float[] {
            ((2 - t) * t - 1) * t / 2, ((3 * t - 5) * t * t + 2) / 2, ((4 - 3 * t) * t + 1) * t / 2, (t - 1) * t * t / 2
        };
    }

    /** Rows first, then columns; beyond the edge lies the edge's own pixel. */
    private static float[] enlarge(float[] pixels, int plane, int side, int[] starts, float[][] weights) {
        float[] wide = new float[Face.SIDE * side];
        for (int y = 0; y < Face.SIDE; y++) {
            for (int x = 0; x < side; x++) {
                float sum = 0;
                for (int k = 0; k < 4; k++) {
                    sum += weights[x][k] * pixels[plane + y * Face.SIDE + inside(starts[x] + k)];
                }
                wide[y * side + x] = sum;
            }
        }
        float[] large = new float[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                float sum = 0;
                for (int k = 0; k < 4; k++) {
                    sum += weights[y][k] * wide[inside(starts[y] + k) * side + x];
                }
                large[y * side + x] = sum;
            }
        }
        return large;
    }

    private static int inside(int index) {
        return Math.max(0, Math.min(Face.SIDE - 1, index));
    }

    private static int toByte(float value) {
        return Math.max(0, Math.min(255, Math.round((value + 1) * 127.5f)));
    }
}
