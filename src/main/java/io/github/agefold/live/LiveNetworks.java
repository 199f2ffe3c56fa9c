package io.github.agefold.live;

import io.github.agefold.face.DetectedFace;
import io.github.agefold.face.Face;
import io.github.agefold.face.FaceLocation;
import io.github.agefold.photo.Photo;
import java.util.List;

/** What a preview asks of the networks, step by step so that each can be timed. Not thread-safe. */
public interface LiveNetworks {
    /** The faces that one quick look shows, the largest first. */
    List<DetectedFace> glance(Photo frame);

    /** The landmarks of a face that has just been detected. */
    FaceLocation locate(Photo frame, DetectedFace face);

    /** The landmarks of a face that has moved a little from where it was. */
    FaceLocation follow(Photo frame, FaceLocation before);

    /** The face in the networks' framing. */
    Face cut(Photo frame, FaceLocation location);

    /**
     * @param faces one or more
     * @return z0 of each, 100 numbers
     */
    List<float[]> approximate(List<Face> faces);

    /**
     * @param z latent vectors of 100 numbers, one or more
     * @return for each its six ages, youngest first
     */
    List<List<Face>> generate(List<float[]> z);
}
