/**
 * Curves that grow while they are looked at. In: points, one by one. Out: raw values under their running median, on a linear or
 * logarithmic axis, zoomed and panned by the user.
 *
 * <p>Curves are drawn as one vertical span a pixel column, from the least to the greatest value in it, into a picture of their own: a
 * chart's nodes or a canvas's strokes take too long for a hundred thousand points without a graphics card. {@code PlotBenchmark} in the
 * tests' folder measures 60 frames a second with five curves of that length that grow by ten points a second, 56 with ten (two cores,
 * software rendering).
 */
@NullMarked
package io.github.agefold.ui.plot;

import org.jspecify.annotations.NullMarked;
