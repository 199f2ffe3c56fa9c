/**
 * From a face to its likeness: z0 by the encoder, z* by optimisation, pixelwise or identity-preserving, or around z0 the
 * generator tuned to the one photo.
 *
 * <p>By L-BFGS, as in the paper. Adam at its best learning rate (0.2) was measured beside it on four validation faces with the first weights: for
 * the loss that L-BFGS reaches in 20 evaluations, it needs 40 (identity: 0.115 and 0.117) or 60 (pixels: 0.028).
 */
@NullMarked
package io.github.agefold.latent;

import org.jspecify.annotations.NullMarked;
