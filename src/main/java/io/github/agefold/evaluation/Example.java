package io.github.agefold.evaluation;

import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.face.Face;
import java.util.List;

/**
 * A face that shows what the figures mean.
 *
 * @param rank among all faces, such as "best"
 * @param face the photo
 * @param strips what each method made of it
 */
public record Example(String rank, LabelledFace face, List<Strip> strips) {
    /** Six faces of one method, youngest group first. */
    public record Strip(String method, List<Face> faces) {}
}
