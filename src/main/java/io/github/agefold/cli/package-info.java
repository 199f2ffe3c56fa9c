/**
 * The command line: arguments go in; files, lines for a person or a program, and an exit code come out. Each command is a class, every
 * failure one sentence. What it does is done elsewhere: the window does the same.
 */
@NullMarked
package io.github.agefold.cli;

import org.jspecify.annotations.NullMarked;
