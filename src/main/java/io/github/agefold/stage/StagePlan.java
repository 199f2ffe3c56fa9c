package io.github.agefold.stage;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a stage of a run goes.
 *
 * @param number 1, 2 or 3
 * @param name as files and plots call it
 * @param steps from its beginning to its end
 * @param stepsPerEpoch how many steps go once through the training faces
 */
public record StagePlan(int number, String name, long steps, double stepsPerEpoch) {
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
            long steps = Math.round(options.epochs().get(i) * stepsPerEpoch);
            plans.add(new StagePlan(number, NAMES.get(number - 1), steps, stepsPerEpoch));
        }
        return plans;
    }
}
