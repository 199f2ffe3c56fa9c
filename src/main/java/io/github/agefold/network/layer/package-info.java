/**
 * Layers that DL4J lacks, or that cost several times their arithmetic there: the folded upsampling, convolutions and dense layers on oneDNN, batch norm
 * and LeakyReLU in one. In: activations and gradients; out: the same, and gradients of parameters.
 */
@NullMarked
package io.github.agefold.network.layer;

import org.jspecify.annotations.NullMarked;
