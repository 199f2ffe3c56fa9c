/**
 * Nodes and dialogs that more than one page can use: photos, faces and notices go in, what a user sees, and a file that was chosen, come out.
 * They know no networks, so that a page decides what happens.
 */
@NullMarked
package io.github.agefold.ui.control;

import org.jspecify.annotations.NullMarked;
