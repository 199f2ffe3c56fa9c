/**
 * The page that ages a photo. In: a photo that is chosen, dropped or pasted. Out: its strip on the screen, in a file or on the
 * clipboard. {@code AgeModel} knows what happens, {@code AgePage} and its parts show it.
 */
@NullMarked
package io.github.agefold.ui.aging;

import org.jspecify.annotations.NullMarked;
