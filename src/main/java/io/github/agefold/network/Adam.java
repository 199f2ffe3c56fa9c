package io.github.agefold.network;

import io.github.agefold.network.layer.FloatMemory;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Adam (Kingma and Ba 2015) over a network's flat parameters: gradient, moments and parameters go through the processor once, block
 * by block, with nothing allocated.
 */
public final class Adam {
    private static final double FIRST_DECAY = 0.5;
    private static final double SECOND_DECAY = 0.999;
    private static final float EPSILON = 1e-8f;

    /** Numbers to a block: four arrays of them fit the second-level cache. */
    private static final int BLOCK = 8192;

    private static final ThreadLocal<float[][]> BLOCKS = ThreadLocal.withInitial(() -> new float[4][BLOCK]);

    private final double learningRate;
    private final INDArray parameters;
    private final INDArray moments;

    /** @param parameters all of a network's, as one row */
    Adam(double learningRate, INDArray parameters) {
        this.learningRate = learningRate;
        this.parameters = parameters;
        this.moments = Nd4j.zeros(parameters.dataType(), 2, parameters.length());
    }

    /**
     * Takes a step against the gradient.
     *
     * @param step how many were taken before
     */
    void update(INDArray gradients, int step) {
        double first = 1 - Math.pow(FIRST_DECAY, step + 1.0);
        double second = 1 - Math.pow(SECOND_DECAY, step + 1.0);
        float rate = (float) (learningRate * Math.sqrt(second) / first);
        long length = parameters.length();
        FloatMemory values = new FloatMemory(parameters);
        FloatMemory slopes = new FloatMemory(gradients);
        FloatMemory both = new FloatMemory(moments);
        LongStream.range(0, (length + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            long offset = block * BLOCK;
            int count = (int) Math.min(BLOCK, length - offset);
            float[][] blocks = BLOCKS.get();
            values.read(offset, blocks[0], count);
            slopes.read(offset, blocks[1], count);
            both.read(offset, blocks[2], count);
            both.read(length + offset, blocks[3], count);
            step(blocks[0], blocks[1], blocks[2], blocks[3], count, rate);
            values.write(offset, blocks[0], count);
            both.write(offset, blocks[2], count);
            both.write(length + offset, blocks[3], count);
        });
    }

    private static void step(float[] values, float[] slopes, float[] mean, float[] square, int count, float rate) {
        final float keepFirst = (float) FIRST_DECAY;
        final float takeFirst = (float) (1 - FIRST_DECAY);
        final float keepSecond = (float) SECOND_DECAY;
        final float takeSecond = (float) (1 - SECOND_DECAY);
        for (int i = 0; i < count; i++) {
            float slope = slopes[i];
            mean[i] = keepFirst * mean[i] + takeFirst * slope;
            square[i] = keepSecond * square[i] + takeSecond * slope * slope;
            values[i] -= rate * mean[i] / ((float) Math.sqrt(square[i]) + EPSILON);
        }
    }

    /** The averages of the gradient and of its square, [2, parameters]: what a checkpoint keeps. */
    public INDArray moments() {
        return moments;
    }
}
