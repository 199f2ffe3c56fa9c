/**
 * In: a camera, a video file, a series of pictures. Out: frames as {@link io.github.agefold.photo.Photo}s, each of which is a copy; and the
 * way back, a clip file. OpenCV stays within this package and its memory within the thread that opened it: closing a device while another
 * thread reads from it ends the program.
 *
 * <p>Every system reaches its cameras through OpenCV: V4L2, AVFoundation, MSMF. OpenCV has no names for them, so these come from the system.
 */
@NullMarked
package io.github.agefold.camera;

import org.jspecify.annotations.NullMarked;
