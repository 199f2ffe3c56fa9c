package io.github.agefold.strip;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;

/**
 * One column of a strip.
 *
 * @param group the age group that the generator was asked for
 * @param face what it made
 * @param estimatedAge how old the age estimator takes it to be, in years
 * @param identityDistance distance of its FaceNet embedding to the photo's: below 0.6 it takes both for the same person, 0.6 to 0.73 what a
 *     truly aged face has
 * @param milliseconds the column's share of what generating and measuring all six together took
 */
public record AgedFace(AgeGroup group, Face face, double estimatedAge, double identityDistance, double milliseconds) {}
