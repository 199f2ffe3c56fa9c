package io.github.agefold.strip;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.AlignedFace;
import java.util.List;

/**
 * A person in six ages.
 *
 * @param original the photo's face
 * @param estimatedAge how old the age estimator takes the original to be, in years
 * @param columns six faces, youngest group first
 * @param milliseconds from the aligned face to the last column
 */
public record AgeStrip(AlignedFace original, double estimatedAge, List<AgedFace> columns, long milliseconds) {
    public AgeStrip {
        columns = List.copyOf(columns);
        if (!columns.stream().map(AgedFace::group).toList().equals(AgeGroup.ALL)) {
            throw new IllegalArgumentException("a strip has one column for each age group, in order");
        }
    }

    /** The group that the person is in already: the column to mark. */
    public AgeGroup ownGroup() {
        return AgeGroup.of(Math.max(0, estimatedAge));
    }
}
