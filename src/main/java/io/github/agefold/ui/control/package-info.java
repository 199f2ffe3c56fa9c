/** Nodes and dialogs that more than one page can use; they know photos and faces, but no networks. */
@NullMarked
package io.github.agefold.ui.control;

import org.jspecify.annotations.NullMarked;
