package io.github.agefold.network.layer;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Between four small images and one of twice the side: pixel (2 i + a, 2 j + b) of the large one is pixel (i, j) of phase 2 a + b. As
 * loops over rows it takes a fraction of what libnd4j's depth_to_space does.
 */
final class PhaseWeave {
    private PhaseWeave() {}

    /**
     * @param byPhase [N, 4 K, H, W], phase by phase
     * @param woven filled, [N, K, 2 H, 2 W]
     */
    static void weave(INDArray byPhase, INDArray woven) {
        long[] shape = byPhase.shape();
        FloatMemory from = new FloatMemory(byPhase);
        FloatMemory to = new FloatMemory(woven);
        int width = (int) shape[3];
        int length = (int) (byPhase.length() / shape[0]);
        IntStream.range(0, (int) shape[0]).parallel().forEach(example -> {
            float[] small = new float[length];
            float[] large = new float[length];
            from.read((long) example * length, small, length);
            for (int row = 0; row < length / width; row++) {
                int source = row * width;
                int target = largeOffset(row, shape);
                for (int i = 0; i < width; i++) {
                    large[target + 2 * i] = small[source + i];
                }
            }
            to.write((long) example * length, large, length);
        });
    }

    /**
     * @param woven [N, K, 2 H, 2 W]
     * @param byPhase filled, [N, 4 K, H, W], phase by phase
     */
    static void unweave(INDArray woven, INDArray byPhase) {
        long[] shape = byPhase.shape();
        FloatMemory from = new FloatMemory(woven);
        FloatMemory to = new FloatMemory(byPhase);
        int width = (int) shape[3];
        int length = (int) (woven.length() / shape[0]);
        IntStream.range(0, (int) shape[0]).parallel().forEach(example -> {
            float[] small = new float[length];
            float[] large = new float[length];
            from.read((long) example * length, large, length);
            for (int row = 0; row < length / width; row++) {
                int target = row * width;
                int source = largeOffset(row, shape);
                for (int i = 0; i < width; i++) {
                    small[target + i] = large[source + 2 * i];
                }
            }
            to.write((long) example * length, small, length);
        });
    }

    /**
     * Where a row of an example's small images begins in its large one.
     *
     * @param row counted over phases, channels and rows
     * @param shape of the small images, [N, 4 K, H, W]
     */
    private static int largeOffset(int row, long[] shape) {
        int channels = (int) shape[1] / PhaseKernel.PHASES;
        int height = (int) shape[2];
        int width = (int) shape[3];
        int plane = row / height;
        int phase = plane / channels;
        int largeRow = (plane % channels * height + row % height) * 2 + phase / 2;
        return largeRow * 2 * width + phase % 2;
    }
}
