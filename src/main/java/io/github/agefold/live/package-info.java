/**
 * The preview of a film or a camera. In: a frame and its time. Out: the faces in it, followed from frame to frame, and six ages of each that is
 * asked for, steadied over time. Knows neither cameras nor the screen.
 */
@NullMarked
package io.github.agefold.live;

import org.jspecify.annotations.NullMarked;
