/**
 * The six age groups: an age in years goes in, its group comes out, and of a group the one-hot condition that the networks get. All else speaks of
 * ages in these groups, the article's.
 */
@NullMarked
package io.github.agefold.age;

import org.jspecify.annotations.NullMarked;
