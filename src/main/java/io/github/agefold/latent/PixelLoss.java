package io.github.agefold.latent;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The Euclidean distance between the photo's pixels and the reconstruction's, squared and averaged: finds z*_pixel. */
record PixelLoss(INDArray photo) implements LatentLoss {
    @Override
    public Value of(INDArray made) {
        INDArray difference = made.sub(photo);
        return new Value(distance(photo, made), difference.mul(2.0 / difference.length()));
    }

    /** Mean squared difference of two faces, whose values are in [-1, 1]. */
    static double distance(INDArray photo, INDArray made) {
        double norm = made.sub(photo).norm2Number().doubleValue();
        return norm * norm / photo.length();
    }

    @Override
    public int iterations() {
        return 40;
    }
}
