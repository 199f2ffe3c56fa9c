/**
 * How fast Agefold is on this machine. In: weights, a photo, a batch size. Out: milliseconds, faces a second, peak memory, and the same
 * work's times on another engine where one is on the class path.
 *
 * <p>Times are medians after a warm-up. The other engine is found by {@link java.util.ServiceLoader}, so that what users get does not
 * have it: see src/bench.
 */
@NullMarked
package io.github.agefold.benchmark;

import org.jspecify.annotations.NullMarked;
