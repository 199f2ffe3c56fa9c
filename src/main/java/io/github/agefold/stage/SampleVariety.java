package io.github.agefold.stage;

import io.github.agefold.face.Face;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tells whether samples differ from person to person: if not, G has collapsed to one face. */
final class SampleVariety {
    /** Of two persons' pixels in [-1, 1]; real faces differ by about 0.5. */
    private static final double IDENTICAL = 0.01;

    private SampleVariety() {}

    /**
     * Whether every row shows the same.
     *
     * @param samples [rows * columns, 3, 64, 64]
     * @param column which one is compared from row to row
     */
    static boolean areIdentical(INDArray samples, int columns, int column) {
        int rows = (int) samples.size(0) / columns;
        float[] first = face(samples, column);
        for (int row = 1; row < rows; row++) {
            float[] other = face(samples, row * columns + column);
            double sum = 0;
            for (int i = 0; i < Face.LENGTH; i++) {
                sum += Math.abs(first[i] - other[i]);
            }
            if (sum / Face.LENGTH >= IDENTICAL) {
                return false;
            }
        }
        return rows > 1;
    }

    private static float[] face(INDArray samples, int index) {
        return samples.slice(index).dup('c').data().asFloat();
    }
}
