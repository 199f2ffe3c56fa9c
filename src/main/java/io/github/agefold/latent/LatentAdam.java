package io.github.agefold.latent;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Adam on a single latent vector. */
final class LatentAdam {
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.99;
    private static final double EPSILON = 1e-8;

    private final double learningRate;
    private double[] mean = new double[0];
    private double[] square = new double[0];
    private int steps;

    LatentAdam(double learningRate) {
        this.learningRate = learningRate;
    }

    /** Moves z, in place, against the gradient. */
    void step(INDArray z, INDArray gradient) {
        float[] slope = gradient.dup('c').data().asFloat();
        if (steps == 0) {
            mean = new double[slope.length];
            square = new double[slope.length];
        }
        steps++;
        for (int i = 0; i < slope.length; i++) {
            mean[i] = FIRST_DECAY * mean[i] + (1 - FIRST_DECAY) * slope[i];
            square[i] = SECOND_DECAY * square[i] + (1 - SECOND_DECAY) * slope[i] * slope[i];
            double first = mean[i] / (1 - Math.pow(FIRST_DECAY, steps));
            double second = square[i] / (1 - Math.pow(SECOND_DECAY, steps));
            z.putScalar(0, i, z.getFloat(0, i) - (float) (learningRate * first / (Math.sqrt(second) + EPSILON)));
        }
    }
}
