package io.github.agefold.stage;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a stage of a run goes.
 *
 * @param number 1, 2 or 3
 * @param name as files and plots call it
 * @param epochs how often it is to go through the training faces
 * @param steps from its beginning to its end: the epochs, rounded to whole steps
 * @param stepsPerEpoch how many steps go once through the training faces
 */
public record StagePlan(int number, String name, double epochs, long steps, double stepsPerEpoch) {
    static final List<String> NAMES = List.of("adversarial", "approximation", "optimization");

    /**
     * The stages of a run, in order.
     *
     * @param trainingFaces how many faces an epoch goes through
     */
    public static List<StagePlan> of(TrainingOptions options, int trainingFaces) {
        double stepsPerEpoch = (double) trainingFaces / options.batch();
        List<StagePlan> plans = new ArrayList<>();
        for (int i = 0; i < options.stages().size(); i++) {
            int number = options.stages().get(i);
            double epochs = options.epochs().get(i);
            long steps = Math.round(epochs * stepsPerEpoch);
            plans.add(new StagePlan(number, NAMES.get(number - 1), epochs, steps, stepsPerEpoch));
        }
        return plans;
    }
}
