package io.github.agefold.face;

/**
 * A face cut out of a photo, and the way back.
 *
 * @param face in the networks' framing
 * @param detected where the photo shows it
 * @param toPhoto takes a point of the 64x64 face to the photo's pixels
 */
public record AlignedFace(Face face, DetectedFace detected, Similarity toPhoto) {}
