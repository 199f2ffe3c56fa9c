/**
 * The command line: each command a class, every failure one sentence and an exit code.
 */
@NullMarked
package io.github.agefold.cli;

import org.jspecify.annotations.NullMarked;
