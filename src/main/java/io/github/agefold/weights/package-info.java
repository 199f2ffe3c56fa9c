/**
 * Weights files: safetensors, read with every length checked, and the manifest of their SHA-256 sums. No Java serialization: a file from a
 * stranger can be refused, but it can never run code.
 */
@NullMarked
package io.github.agefold.weights;

import org.jspecify.annotations.NullMarked;
