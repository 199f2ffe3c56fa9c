/**
 * The three training stages, and the run that strings them together: batches in, losses out, and a folder that a run goes on from
 * after being killed at any moment.
 *
 * <p>A run's folder belongs to nobody: the command line and the window open each other's runs, and a lock keeps the second from
 * training in it while the first does.
 */
@NullMarked
package io.github.agefold.stage;

import org.jspecify.annotations.NullMarked;
