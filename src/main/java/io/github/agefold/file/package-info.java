/**
 * Files that are whole or not there. In: what a file is to hold. Out: the file, or the one before, and a sentence that says why.
 */
@NullMarked
package io.github.agefold.file;

import org.jspecify.annotations.NullMarked;
