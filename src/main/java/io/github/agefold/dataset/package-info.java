/**
 * Labelled faces to learn from: read, refused with a reason, split by name, drawn in balanced batches.
 */
@NullMarked
package io.github.agefold.dataset;

import org.jspecify.annotations.NullMarked;
