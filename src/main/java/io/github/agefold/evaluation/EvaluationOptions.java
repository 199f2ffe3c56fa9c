package io.github.agefold.evaluation;

import io.github.agefold.age.AgeGroup;

/**
 * What is measured.
 *
 * @param split part of the data set
 * @param limit how many faces, a sixth of them of each age group where there are enough; 0 for all there are
 * @param seed of the choice of faces
 */
public record EvaluationOptions(Part split, int limit, long seed) {
    public EvaluationOptions {
        if (limit != 0 && limit < AgeGroup.COUNT) {
            throw new IllegalArgumentException(
                    "limit must be 0 (all faces) or at least " + AgeGroup.COUNT + ", one of each group, was " + limit);
        }
    }

    /** 120 faces of the test part. */
    public static EvaluationOptions defaults() {
        return new EvaluationOptions(Part.TEST, 120, 1);
    }
}
