/**
 * The three training stages, and the run that strings them together: batches in, losses out, and a folder that a run goes on from
 * after being killed at any moment.
 */
@NullMarked
package io.github.agefold.stage;

import org.jspecify.annotations.NullMarked;
