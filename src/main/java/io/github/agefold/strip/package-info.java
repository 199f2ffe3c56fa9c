/**
 * From a photo to the strip: the same person in six ages, what the networks say of each, and the strip as a picture.
 */
@NullMarked
package io.github.agefold.strip;

import org.jspecify.annotations.NullMarked;
