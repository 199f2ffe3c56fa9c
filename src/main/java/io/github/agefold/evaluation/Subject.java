package io.github.agefold.evaluation;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.LabelledFace;
import java.util.Map;

/**
 * A real face and what the networks say of it.
 *
 * @param face the photo
 * @param attributes what the set tells of the person beside the age
 * @param embeddings one for each judge
 * @param estimatedAge in years
 * @param sharpness see {@link Sharpness}
 */
record Subject(
        LabelledFace face,
        Map<String, String> attributes,
        float[][] embeddings,
        double estimatedAge,
        double sharpness) {

    AgeGroup group() {
        return face.group();
    }

    AgeGroup estimatedGroup() {
        return AgeGroup.of(Math.max(0, estimatedAge));
    }
}
