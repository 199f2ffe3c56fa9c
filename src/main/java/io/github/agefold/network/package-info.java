/**
 * The networks: arrays of a stated shape in, arrays of a stated shape out, and gradients back where they are wanted.
 *
 * <p>Generator, discriminator and encoder are the article's and are trained here; FaceNet, age estimator, landmarks and BlazeFace come with
 * pretrained weights and stay as they are. Each runs as a DL4J graph, but for BlazeFace, which only ever runs forward. What they need
 * beyond DL4J's layers is in {@code layer}. A network keeps state between forward and backward, so one thread owns it.
 */
@NullMarked
package io.github.agefold.network;

import org.jspecify.annotations.NullMarked;
