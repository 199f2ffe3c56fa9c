package io.github.agefold.face;

/**
 * A face that the detector saw.
 *
 * @param box where, in the photo's pixels
 * @param roll by how much the head leans clockwise, in radians: the direction from the eye at the left to the eye at the right
 * @param score the detector's confidence, 0 to 1
 */
public record DetectedFace(FaceBox box, double roll, double score) {
    /** Faces with a shorter box, in pixels, show too little of a person. */
    public static final double SMALLEST = 24;

    /** An upright face. */
    public DetectedFace(FaceBox box, double score) {
        this(box, 0, score);
    }

    /** Whether there are too few pixels to age it. */
    public boolean isTooSmall() {
        return Math.max(box.width(), box.height()) < SMALLEST;
    }
}
