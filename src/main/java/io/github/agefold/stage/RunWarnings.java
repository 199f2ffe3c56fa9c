package io.github.agefold.stage;

import java.util.Optional;

/**
 * Notices from its losses that a run goes wrong, and says so in words. Each notice is given once, until things were well again between.
 */
public final class RunWarnings {
    /** So many steps in a row are long. */
    static final int LONG = 200;

    /** D's loss is near zero within this of the least that it can be. */
    static final double NEAR = 0.05;

    private final double least;
    private String stage = "";
    private long steps;

    /** @param options the real target decides how small D's loss can become */
    public RunWarnings(TrainingOptions options) {
        double p = options.realTarget();
        least = p == 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    }

    /** Looks at the next step. */
    public Optional<String> next(LossPoint point) {
        if (!point.stage().equals(stage)) {
            stage = point.stage();
            steps = 0;
        }
        Double loss = point.losses().get("discriminator");
        if (loss == null || loss > least + NEAR) {
            steps = 0;
            return Optional.empty();
        }
        steps++;
        return steps == LONG
                ? Optional.of(
                        "The discriminator has told real faces from generated ones without a mistake for " + LONG
                                + " steps, up to step " + point.step()
                                + ": the generator learns little from that. Lower the discriminator's learning rate, or raise the generator's.")
                : Optional.empty();
    }
}
