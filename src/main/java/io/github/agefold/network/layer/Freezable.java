package io.github.agefold.network.layer;

/** A layer that can be told that its parameters will not change any more. */
public interface Freezable {

    /**
     * From now on the layer keeps what it derives from its parameters, and its backward pass gives the gradient of the input
     * alone.
     */
    void freeze();
}
