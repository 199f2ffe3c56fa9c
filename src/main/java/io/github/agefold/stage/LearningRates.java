package io.github.agefold.stage;

/**
 * Adam's learning rates.
 *
 * @param generator of G in stage 1
 * @param discriminator of D in stage 1: higher than G's, or D stays unsure of real faces
 * @param encoder of E in stage 2
 * @param joint of E, G and D in stage 3
 */
public record LearningRates(double generator, double discriminator, double encoder, double joint) {
    public LearningRates {
        double sum = generator + discriminator + encoder + joint;
        if (!(generator > 0 && discriminator > 0 && encoder > 0 && joint > 0 && Double.isFinite(sum))) {
            throw new IllegalArgumentException("learning rates must be above 0, got " + generator + ", " + discriminator
                    + ", " + encoder + ", " + joint);
        }
    }

    /** The same but in stage 3. */
    public LearningRates withJoint(double rate) {
        return new LearningRates(generator, discriminator, encoder, rate);
    }

    public static LearningRates defaults() {
        return new LearningRates(2e-4, 3e-4, 3e-4, 3e-4);
    }
}
