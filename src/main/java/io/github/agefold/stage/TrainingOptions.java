package io.github.agefold.stage;

import java.util.List;

/**
 * What a run is made with. A run folder keeps it, so that the run goes on as it began.
 *
 * @param stages which of the stages 1, 2 and 3 are run, in order
 * @param epochs for each of them, how often it goes through the training faces
 * @param batch faces to a step
 * @param seed of all chance
 * @param generatorRate learning rate of G in stage 1
 * @param discriminatorRate learning rate of D in stage 1
 * @param encoderRate learning rate of E in stage 2
 * @param jointRate learning rate of E and G in stage 3
 * @param dropout in G, 0 to 1; the article has 0.2
 * @param realTarget what D is asked to say of real faces: a little under 1 keeps it from growing too sure (one-sided smoothing)
 * @param mismatchWeight how much of D's loss on what is to be refused goes to real faces under a wrong age group, 0 to 1
 * @param lossWeights of stage 3
 * @param checkpointMinutes how often the run saves itself
 */
public record TrainingOptions(
        List<Integer> stages,
        List<Double> epochs,
        int batch,
        long seed,
        double generatorRate,
        double discriminatorRate,
        double encoderRate,
        double jointRate,
        double dropout,
        double realTarget,
        double mismatchWeight,
        LossWeights lossWeights,
        double checkpointMinutes) {}
