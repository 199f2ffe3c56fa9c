package io.github.agefold.evaluation;

import io.github.agefold.face.Face;

/** How sharp a face is: the mean square of the Laplacian of its luma. Soft faces have little of it, noise has much. */
final class Sharpness {
    private Sharpness() {}

    /** @param pixels three planes of 64x64 in [-1, 1] */
    static double of(float[] pixels) {
        int side = Face.SIDE;
        double[] luma = new double[side * side];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299 * pixels[i] + 0.587 * pixels[luma.length + i] + 0.114 * pixels[2 * luma.length + i];
        }
        double squares = 0;
        for (int y = 1; y < side - 1; y++) {
            for (int x = 1; x < side - 1; x++) {
                int i = y * side + x;
                double laplacian = luma[i - 1] + luma[i + 1] + luma[i - side] + luma[i + side] - 4 * luma[i];
                squares += laplacian * laplacian;
            }
        }
        return squares / ((side - 2) * (side - 2));
    }
}
