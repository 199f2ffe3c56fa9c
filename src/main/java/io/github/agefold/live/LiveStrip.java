package io.github.agefold.live;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import java.util.List;

/**
 * One face of a frame in six ages.
 *
 * @param id of the face, see {@link TrackedFace}
 * @param original as the frame shows it
 * @param columns six faces, youngest group first
 */
public record LiveStrip(int id, Face original, List<Face> columns) {
    public LiveStrip {
        columns = List.copyOf(columns);
        if (columns.size() != AgeGroup.COUNT) {
            throw new IllegalArgumentException("a strip has six columns, got " + columns.size());
        }
    }
}
