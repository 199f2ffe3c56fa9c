package io.github.agefold.face;

import io.github.agefold.network.FaceLandmarks;

/**
 * Where a face lies in a photo, to the landmark.
 *
 * @param framing takes the networks' framing, a square from 0 to 1, to the photo's pixels
 * @param landmarks x and y of 68 points of the photo in turn, see {@link FaceLandmarks}; not copied
 */
public record FaceLocation(Similarity framing, double[] landmarks) {
    public FaceLocation {
        if (landmarks.length != 2 * FaceLandmarks.POINTS) {
            throw new IllegalArgumentException("a face has 68 landmarks, got " + landmarks.length + " numbers");
        }
    }

    /** The upright square around the framing's middle, as large as it: about what a detector calls the face's box. */
    public FaceBox box() {
        double side = framing.scale();
        double centerX = framing.mapX(0.5, 0.5);
        double centerY = framing.mapY(0.5, 0.5);
        return new FaceBox(centerX - side / 2, centerY - side / 2, side, side);
    }
}
