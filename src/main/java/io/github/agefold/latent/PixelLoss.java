package io.github.agefold.latent;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The Euclidean distance between a face's pixels and the reconstruction's, squared and averaged.
 *
 * @param photo [1, 3, 64, 64]
 */
record PixelLoss(INDArray photo) {
    LatentLoss.Value of(INDArray made) {
        INDArray difference = made.sub(photo);
        return new LatentLoss.Value(meanSquare(difference), difference.mul(2.0 / difference.length()));
    }

    /** Mean squared difference of two faces, whose values are in [-1, 1]. */
    static double distance(INDArray photo, INDArray made) {
        return meanSquare(made.sub(photo));
    }

    private static double meanSquare(INDArray difference) {
        double norm = difference.norm2Number().doubleValue();
        return norm * norm / difference.length();
    }
}
