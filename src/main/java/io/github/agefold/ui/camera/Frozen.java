package io.github.agefold.ui.camera;

import io.github.agefold.face.FaceBox;
import io.github.agefold.live.LiveFrame;
import io.github.agefold.live.TrackedFace;
import io.github.agefold.photo.Photo;
import org.jspecify.annotations.Nullable;

/**
 * A frame that is to be looked at for longer.
 *
 * @param face the followed one's box; null if there is none
 */
public record Frozen(Photo photo, @Nullable FaceBox face) {
    static Frozen of(LiveFrame frame) {
        FaceBox face = frame.faces().stream()
                .filter(tracked -> tracked.id() == frame.followed().orElse(-1))
                .findFirst()
                .map(TrackedFace::box)
                .orElse(null);
        return new Frozen(frame.photo(), face);
    }
}
