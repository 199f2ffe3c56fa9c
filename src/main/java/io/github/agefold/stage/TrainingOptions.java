package io.github.agefold.stage;

import java.util.List;
import java.util.Objects;

/**
 * What a run is made with. A run folder keeps it, so that the run goes on as it began.
 *
 * @param stages which of the stages 1, 2 and 3 are run, in order
 * @param epochs for each of them, how often it goes through the training faces; parts of one are fine
 * @param batch faces to a step, at least 2: batch norm compares them
 * @param seed of all chance
 * @param rates of learning
 * @param lossWeights of stage 3
 * @param judged how many of a batch's faces stage 3 shows to the face recogniser and the age estimator, 1 to batch: on a CPU the two cost
 *     more a face than the three networks that are trained
 * @param dropout in G in stage 1, 0 up to 1; the article has 0.2
 * @param realTarget what D is asked to say of real faces, 0 to 1: a little under 1 keeps it from growing too sure (one-sided smoothing)
 * @param mismatchWeight how much of D's loss on what is to be refused goes to real faces under a wrong age group, 0 to 1
 * @param checkpointMinutes how often the run saves itself
 */
public record TrainingOptions(
        List<Integer> stages,
        List<Double> epochs,
        int batch,
        long seed,
        LearningRates rates,
        LossWeights lossWeights,
        int judged,
        double dropout,
        double realTarget,
        double mismatchWeight,
        double checkpointMinutes) {

    /** How many stages there are. */
    public static final int STAGES = 3;

    public TrainingOptions {
        stages = List.copyOf(stages);
        epochs = List.copyOf(epochs);
        for (int i = 0; i < stages.size(); i++) {
            int stage = stages.get(i);
            if (stage < 1 || stage > STAGES || (i > 0 && stage <= stages.get(i - 1))) {
                throw new IllegalArgumentException(
                        "the stages are 1, 2 and 3, each at most once and in order, got " + stages);
            }
        }
        if (stages.isEmpty() || epochs.size() != stages.size()) {
            throw new IllegalArgumentException(
                    "each stage needs its epochs, got epochs " + epochs + " for stages " + stages);
        }
        for (double number : epochs) {
            require(number > 0 && Double.isFinite(number), "epochs must be above 0, got " + number);
        }
        Objects.requireNonNull(rates, "learning rates are missing");
        Objects.requireNonNull(lossWeights, "loss weights are missing");
        require(batch >= 2, "a batch has at least 2 faces, got " + batch);
        require(judged >= 1 && judged <= batch, "faces judged must be 1 to the batch's " + batch + ", got " + judged);
        require(dropout >= 0 && dropout < 1, "dropout must be at least 0 and below 1, got " + dropout);
        require(realTarget > 0 && realTarget <= 1, "the real target must be above 0 and at most 1, got " + realTarget);
        require(
                mismatchWeight >= 0 && mismatchWeight <= 1,
                "the mismatch weight must be 0 to 1, got " + mismatchWeight);
        require(
                checkpointMinutes >= 0 && Double.isFinite(checkpointMinutes),
                "minutes between checkpoints must be at least 0, got " + checkpointMinutes);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The same with other choices of those that people make. */
    public TrainingOptions with(
            List<Integer> stages,
            List<Double> epochs,
            int batch,
            long seed,
            LearningRates rates,
            LossWeights lossWeights,
            double checkpointMinutes) {
        return new TrainingOptions(
                stages,
                epochs,
                batch,
                seed,
                rates,
                lossWeights,
                Math.min(judged, batch),
                dropout,
                realTarget,
                mismatchWeight,
                checkpointMinutes);
    }

    /** All three stages with what has worked so far. */
    public static TrainingOptions defaults() {
        return new TrainingOptions(
                List.of(1, 2, 3),
                List.of(3.0, 1.0, 6.0),
                16,
                1,
                LearningRates.defaults(),
                LossWeights.defaults(),
                6,
                0,
                0.9,
                0.3,
                5);
    }
}
