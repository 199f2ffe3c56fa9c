package io.github.agefold.network.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A kernel for each channel of [N, C, H, W], with SAME padding: the first half of a separable convolution. Its
 * weight is [C, 1, kernel, kernel].
 */
public final class DepthwiseConvolution extends Convolution {
    private static final long serialVersionUID = 1L;

    /**
     * Without bias and activation.
     *
     * @param kernel side of the square kernel
     * @param stride step in both directions
     */
    public DepthwiseConvolution(int channels, int kernel, int stride) {
        super(1, channels, kernel, stride, new ActivationIdentity());
        setHasBias(false);
    }

    /**
     * With a bias and an activation.
     *
     * @param kernel side of the square kernel
     * @param stride step in both directions
     */
    public DepthwiseConvolution(int channels, int kernel, int stride, IActivation activation) {
        super(1, channels, kernel, stride, activation);
    }

    @Override
    ConvolutionComputation computation(NeuralNetConfiguration configuration, DataType type) {
        return new DepthwiseComputation(configuration, type);
    }
}
