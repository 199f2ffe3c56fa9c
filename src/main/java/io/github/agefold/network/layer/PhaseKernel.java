package io.github.agefold.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The fold of "upsample by 2, then convolve 5x5" into one 3x3 convolution to four times the channels, one set for each phase
 * (odd or even row, odd or even column) of the output: 36 multiplications where there were 100, and the same result.
 *
 * <p>After nearest-neighbour upsampling the five taps of an axis fall on only three pixels of the small image: for an even output
 * row two on the first, two on the second, one on the third; for an odd one, one, two, two. Weights that fall on the same pixel
 * add up, so the fold is a product with a fixed matrix of zeros and ones, and the gradient goes back through its transpose.
 */
final class PhaseKernel {
    /** Side of the kernel that is folded. */
    static final int SIDE = 5;

    /** Output pixels to one input pixel: 2 x 2. */
    static final int PHASES = 4;

    private static final int FOLDED_SIDE = 3;
    private static final int TAPS = SIDE * SIDE;
    private static final int FOLDED_TAPS = FOLDED_SIDE * FOLDED_SIDE;
    private static final int[][] FOLDED_TAP_OF = {{0, 0, 1, 1, 2}, {0, 1, 1, 2, 2}};

    private final INDArray fold = foldMatrix();

    /**
     * @param weight [K, C, 5, 5]
     * @return [4 K, C, 3, 3], phase by phase
     */
    INDArray fold(INDArray weight) {
        long out = weight.size(0);
        long in = weight.size(1);
        return weight.reshape('c', out * in, TAPS)
                .mmul(fold)
                .reshape('c', out, in, PHASES, FOLDED_TAPS)
                .permute(2, 0, 1, 3)
                .dup('c')
                .reshape('c', PHASES * out, in, FOLDED_SIDE, FOLDED_SIDE);
    }

    /**
     * @param foldedGradient [4 K, C, 3, 3]
     * @return the gradient of the weight that was folded, [K, C, 5, 5]
     */
    INDArray unfoldGradient(INDArray foldedGradient) {
        long out = foldedGradient.size(0) / PHASES;
        long in = foldedGradient.size(1);
        return foldedGradient
                .reshape('c', PHASES, out, in, FOLDED_TAPS)
                .permute(1, 2, 0, 3)
                .dup('c')
                .reshape('c', out * in, PHASES * FOLDED_TAPS)
                .mmul(fold.transpose())
                .reshape('c', out, in, SIDE, SIDE);
    }

    /** [25, 36]: a 1 where a tap of the 5x5 kernel falls on a tap of a phase's 3x3 kernel. */
    private static INDArray foldMatrix() {
        float[][] matrix = new float[TAPS][PHASES * FOLDED_TAPS];
        for (int phase = 0; phase < PHASES; phase++) {
            for (int tap = 0; tap < TAPS; tap++) {
                int row = FOLDED_TAP_OF[phase / 2][tap / SIDE];
                int column = FOLDED_TAP_OF[phase % 2][tap % SIDE];
                matrix[tap][phase * FOLDED_TAPS + row * FOLDED_SIDE + column] = 1;
            }
        }
        return Nd4j.createFromArray(matrix);
    }
}
