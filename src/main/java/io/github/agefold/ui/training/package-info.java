/**
 * The Train page: from a folder of faces to weights. In: data, options, or a run's folder. Out: a run that can be watched, paused,
 * resumed and stopped, and weights for the Age page.
 *
 * <p>Training has a thread and networks of its own, so that faces can be aged beside it; no network is ever called by two threads.
 * Steps reach the screen through a queue that is emptied a few times a second: {@code TabBenchmark} in the tests' folder measures that
 * the open page takes 1.3 % of two cores' time while stage 1 is trained.
 */
@NullMarked
package io.github.agefold.ui.training;

import org.jspecify.annotations.NullMarked;
