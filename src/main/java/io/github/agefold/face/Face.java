package io.github.agefold.face;

/**
 * A face in the networks' framing: 64x64 RGB, eyes and mouth where UTKFace has them.
 *
 * @param pixels three planes (red, green, blue), each row by row, in [-1, 1]; not copied
 */
public record Face(float[] pixels) {
    /** Width and height in pixels. */
    public static final int SIDE = 64;

    /** How many numbers a face is. */
    public static final int LENGTH = 3 * SIDE * SIDE;

    public Face {
        if (pixels.length != LENGTH) {
            throw new IllegalArgumentException("a face is " + LENGTH + " numbers, got " + pixels.length);
        }
    }

    /** The face as 0xRRGGBB, row by row. */
    public int[] toRgb() {
        int plane = SIDE * SIDE;
        int[] rgb = new int[plane];
        for (int i = 0; i < plane; i++) {
            rgb[i] = toByte(pixels[i]) << 16 | toByte(pixels[plane + i]) << 8 | toByte(pixels[2 * plane + i]);
        }
        return rgb;
    }

    private static int toByte(float value) {
        return Math.max(0, Math.min(255, Math.round((value + 1) * 127.5f)));
    }
}
