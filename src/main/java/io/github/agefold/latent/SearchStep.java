package io.github.agefold.latent;

import io.github.agefold.face.Face;

/**
 * How far a search has come.
 *
 * @param iteration from 0 (z0 itself) to {@code iterations}
 * @param iterations how many there will be at most
 * @param loss what is being made small, at this iteration
 * @param reconstruction G(z, own group) at this iteration: the face forming
 */
public record SearchStep(int iteration, int iterations, double loss, Face reconstruction) {}
