/**
 * In: a {@link io.github.agefold.photo.Photo}. Out: its faces, each cut out and turned into the networks' framing as a 64x64
 * {@link io.github.agefold.face.Face}, with the way back into the photo.
 *
 * <p>Points of a picture are continuous everywhere: the first pixel reaches from 0 to 1. OpenCV stays within this package and its
 * memory within a method or a {@code PhotoPyramid}.
 */
package io.github.agefold.face;
