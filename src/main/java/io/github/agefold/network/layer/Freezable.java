package io.github.agefold.network.layer;

/** A layer that can be told to leave out what its parameters' gradients cost. */
public interface Freezable {

    /**
     * From now on the layer keeps what it derives from its parameters, and its backward pass gives the gradient of the input
     * alone.
     */
    void freeze();

    /** Whether the next backward passes shall give the gradient of the input alone; the parameters may still change. */
    void inputGradientOnly(boolean only);
}
