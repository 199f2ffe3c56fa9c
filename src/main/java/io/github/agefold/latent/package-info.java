/**
 * From a face to its latent vector: z0 by the encoder, z* by optimisation, pixelwise or identity-preserving.
 *
 * <p>Adam, not the paper's L-BFGS: it needs one evaluation an iteration and every iterate can be shown as it comes.
 */
@NullMarked
package io.github.agefold.latent;

import org.jspecify.annotations.NullMarked;
