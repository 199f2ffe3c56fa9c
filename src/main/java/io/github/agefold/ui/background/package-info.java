/**
 * The threads behind the window: one owns the networks. In: work and where to show its outcome. Out: that outcome, on the screen's
 * thread, as copies alone.
 */
@NullMarked
package io.github.agefold.ui.background;

import org.jspecify.annotations.NullMarked;
