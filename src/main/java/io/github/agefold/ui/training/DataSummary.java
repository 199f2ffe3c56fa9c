package io.github.agefold.ui.training;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.dataset.Split;
import java.util.List;
import java.util.Map;

/**
 * What a run learns from, as far as a person wants to know.
 *
 * @param groups how many faces of each group there are to train on
 * @param training how many that are together
 * @param heldOut how many faces are kept for validation and test
 * @param samples a few faces of each group, youngest first
 * @param refused how many entries were left out, for each reason
 */
public record DataSummary(
        Map<AgeGroup, Integer> groups,
        int training,
        int heldOut,
        List<LabelledFace> samples,
        Map<String, Integer> refused) {
    private static final int SAMPLES_OF_A_GROUP = 2;

    static DataSummary of(FaceSet faces) {
        List<LabelledFace> training = faces.of(Split.TRAIN);
        List<LabelledFace> samples = AgeGroup.ALL.stream()
                .flatMap(g -> training.stream().filter(f -> f.group() == g).limit(SAMPLES_OF_A_GROUP))
                .toList();
        return new DataSummary(
                FaceSet.countByGroup(training),
                training.size(),
                faces.faces().size() - training.size(),
                samples,
                faces.countByReason());
    }

    int refusedInAll() {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What is missing to train on it, in one sentence; empty if nothing is. */
    String problem() {
        List<String> missing = AgeGroup.ALL.stream()
                .filter(g -> groups.getOrDefault(g, 0) == 0)
                .map(AgeGroup::label)
                .toList();
        return missing.isEmpty()
                ? ""
                : "There is no face of " + String.join(", ", missing)
                        + " to train on. The networks learn all six groups together: choose data that has them.";
    }
}
