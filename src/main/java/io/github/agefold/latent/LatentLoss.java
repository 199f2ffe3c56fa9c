package io.github.agefold.latent;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What a search makes small. */
interface LatentLoss {

    /**
     * @param loss the loss
     * @param faceGradient its gradient at the reconstruction, [1, 3, 64, 64]
     */
    record Value(double loss, INDArray faceGradient) {}

    /** @param made the reconstruction, [1, 3, 64, 64] */
    Value of(INDArray made);

    /** What it costs that z is by a mean squared difference of 1 away from z0. */
    double weightOfLeavingZ0();

    /** After so many iterations more of them gain next to nothing. */
    int iterations();
}
