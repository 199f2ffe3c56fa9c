/**
 * Agefold ages faces with Age-cGAN (Antipov et al., "Face Aging with Conditional Generative Adversarial Networks", 2017).
 *
 * <p>Aging a photo: photo, face, latent, strip. Training: dataset, stage, weights. Both go by way of network.
 */
@NullMarked
package io.github.agefold;

import org.jspecify.annotations.NullMarked;
