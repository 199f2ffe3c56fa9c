/**
 * Labelled faces to learn from: read, refused with a reason, split by name, drawn in balanced batches. {@code FaceReader} lets each kind
 * of source (UTKFace, IMDB-WIKI, group folders, a CSV) list its pictures, and reads and aligns them all the same way.
 */
@NullMarked
package io.github.agefold.dataset;

import org.jspecify.annotations.NullMarked;
