/**
 * The window. In: a way to load the networks. Out: pages, each an {@code XPage} (nodes) over an {@code XModel} (properties and
 * commands, tested without a window). {@code App} wires constructors; nodes are built in code.
 */
@NullMarked
package io.github.agefold.ui;

import org.jspecify.annotations.NullMarked;
