package io.github.agefold.live;

import io.github.agefold.photo.Photo;
import java.util.List;
import java.util.OptionalInt;

/**
 * A frame with all that was found in it.
 *
 * @param faces the largest first
 * @param followed id of the face that is followed
 * @param strips the followed face's, or that of each, the largest first; empty if there is no face
 * @param times of this frame's work
 */
public record LiveFrame(
        Photo photo, List<TrackedFace> faces, OptionalInt followed, List<LiveStrip> strips, PartTimes times) {
    public LiveFrame {
        faces = List.copyOf(faces);
        strips = List.copyOf(strips);
    }
}
