/**
 * The page of the live preview. In: frames of a camera or a film. Out: the picture, the six ages of the face in it as it moves; a frame for
 * the Age page; pictures in a folder. {@code CameraModel} knows what happens, {@code CameraPage} and its parts show it.
 */
@NullMarked
package io.github.agefold.ui.camera;

import org.jspecify.annotations.NullMarked;
