/**
 * The six age groups, and the one-hot condition that the networks get of them.
 */
@NullMarked
package io.github.agefold.age;

import org.jspecify.annotations.NullMarked;
