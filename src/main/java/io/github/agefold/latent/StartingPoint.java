package io.github.agefold.latent;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Keeps a search near where it began, as in-domain inversion does (Zhu et al. 2020): the encoder's guess is a face by all it has seen, and far
 * from it a z that has the photo's pixels need not be that person, nor age.
 *
 * @param z0 [1, 100]
 * @param weight what a mean squared difference of 1 from z0 costs
 */
record StartingPoint(INDArray z0, double weight) {
    /** What it costs to be at z, [1, 100]. */
    double cost(INDArray z) {
        double norm = z.sub(z0).norm2Number().doubleValue();
        return weight * norm * norm / z0.length();
    }

    /** Gradient of the cost, [1, 100]. */
    INDArray gradient(INDArray z) {
        return z.sub(z0).mul(2 * weight / z0.length());
    }
}
