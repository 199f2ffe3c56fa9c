package io.github.agefold.live;

import io.github.agefold.face.FaceBox;
import io.github.agefold.face.FaceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A face of the newest frame.
 *
 * @param id stays the same from frame to frame, as long as the face is followed
 * @param box where, in the frame's pixels; of a face that is not followed closely as the last detection saw it
 * @param location its landmarks, if it is followed closely
 */
public record TrackedFace(int id, FaceBox box, @Nullable FaceLocation location) {}
