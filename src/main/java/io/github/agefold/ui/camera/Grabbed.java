package io.github.agefold.ui.camera;

import io.github.agefold.photo.Photo;

/**
 * A frame with its history.
 *
 * @param nanoTime when it came
 * @param milliseconds that grabbing took
 */
public record Grabbed(Photo photo, long nanoTime, double milliseconds) {}
