package io.github.agefold.stage;

/**
 * How much each term of stage 3's loss counts.
 *
 * @param pixel mean absolute difference between a face and its reconstruction
 * @param identity squared distance of the reconstruction's embedding to the face's
 * @param agedIdentity the same for the face at another age
 * @param adversarial being taken for real by D
 * @param age squared distance, in decades, of the estimated age to the group that was asked for
 * @param latent mean square of z0, which keeps it where the generator knows its way
 */
public record LossWeights(
        double pixel, double identity, double agedIdentity, double adversarial, double age, double latent) {
    public LossWeights {
        for (double weight : new double[] {pixel, identity, agedIdentity, adversarial, age, latent}) {
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("loss weights must be at least 0, got " + weight);
            }
        }
    }

    public static LossWeights defaults() {
        return new LossWeights(20, 0.4, 0.2, 0.15, 0.12, 0.01);
    }
}
