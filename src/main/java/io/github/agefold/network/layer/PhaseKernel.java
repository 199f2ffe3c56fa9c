package io.github.agefold.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The fold of "upsample by 2, then convolve 5x5" into one 3x3 convolution to four times the channels, one set for each phase
 * (odd or even row, odd or even column) of the output: 36 multiplications where there were 100, and the same result.
 *
 * <p>After nearest-neighbour upsampling the five taps of an axis fall on only three pixels of the small image: for an even output
 * row two on the first, two on the second, one on the third; for an odd one, one, two, two. Weights that fall on the same pixel
 * add up, and the gradient of such a sum is the gradient of each of them.
 */
final class PhaseKernel {
    /** Side of the kernel that is folded. */
    static final int SIDE = 5;

    /** Output pixels to one input pixel: 2 x 2. */
    static final int PHASES = 4;

    /** Side of the kernels that it is folded into. */
    static final int FOLDED_SIDE = 3;

    private static final int TAPS = SIDE * SIDE;
    private static final int FOLDED_TAPS = FOLDED_SIDE * FOLDED_SIDE;
    private static final int[][] FOLDED_TAP_OF = {{0, 0, 1, 1, 2}, {0, 1, 1, 2, 2}};
    private static final int[][] FOLDED_TAP = foldedTaps();

    private PhaseKernel() {}

    /**
     * @param weight [K, C, 5, 5]
     * @return [4 K, C, 3, 3], phase by phase
     */
    static INDArray fold(INDArray weight) {
        int kernels = (int) (weight.size(0) * weight.size(1));
        float[] taps = new float[kernels * TAPS];
        new FloatMemory(weight).read(0, taps, taps.length);
        float[] folded = new float[PHASES * kernels * FOLDED_TAPS];
        for (int phase = 0; phase < PHASES; phase++) {
            int[] target = FOLDED_TAP[phase];
            for (int kernel = 0; kernel < kernels; kernel++) {
                int to = (phase * kernels + kernel) * FOLDED_TAPS;
                int from = kernel * TAPS;
                for (int tap = 0; tap < TAPS; tap++) {
                    folded[to + target[tap]] += taps[from + tap];
                }
            }
        }
        return Nd4j.createFromArray(folded).reshape(PHASES * weight.size(0), weight.size(1), FOLDED_SIDE, FOLDED_SIDE);
    }

    /**
     * @param foldedGradient [4 K, C, 3, 3]
     * @param gradient filled with the gradient of the weight that was folded, [K, C, 5, 5]
     */
    static void unfoldGradient(INDArray foldedGradient, INDArray gradient) {
        int kernels = (int) (gradient.size(0) * gradient.size(1));
        float[] folded = new float[PHASES * kernels * FOLDED_TAPS];
        new FloatMemory(foldedGradient).read(0, folded, folded.length);
        float[] taps = new float[kernels * TAPS];
        for (int phase = 0; phase < PHASES; phase++) {
            int[] source = FOLDED_TAP[phase];
            for (int kernel = 0; kernel < kernels; kernel++) {
                int from = (phase * kernels + kernel) * FOLDED_TAPS;
                int to = kernel * TAPS;
                for (int tap = 0; tap < TAPS; tap++) {
                    taps[to + tap] += folded[from + source[tap]];
                }
            }
        }
        new FloatMemory(gradient).write(0, taps, taps.length);
    }

    /** [4, 25]: the tap of a phase's 3x3 kernel that a tap of the 5x5 kernel falls on. */
    private static int[][] foldedTaps() {
        int[][] taps = new int[PHASES][TAPS];
        for (int phase = 0; phase < PHASES; phase++) {
            for (int tap = 0; tap < TAPS; tap++) {
                int row = FOLDED_TAP_OF[phase / 2][tap / SIDE];
                int column = FOLDED_TAP_OF[phase % 2][tap % SIDE];
                taps[phase][tap] = row * FOLDED_SIDE + column;
            }
        }
        return taps;
    }
}
