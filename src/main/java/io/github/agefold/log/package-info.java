/**
 * Where the log goes, and what it leaves out: in come warnings and errors of the program and its libraries, out goes a file that a user can send
 * to others without telling them whose photos they were.
 */
@NullMarked
package io.github.agefold.log;

import org.jspecify.annotations.NullMarked;
