package io.github.agefold.face;

/**
 * A face that the detector saw.
 *
 * @param box where, in the photo's pixels
 * @param score the detector's confidence, 0 to 1
 */
public record DetectedFace(FaceBox box, double score) {}
