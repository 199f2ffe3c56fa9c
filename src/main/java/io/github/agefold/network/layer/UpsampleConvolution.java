package io.github.agefold.network.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The generator's step up in resolution: nearest-neighbour upsampling by 2, then a 5x5 SAME convolution, [N, C, H, W] to
 * [N, K, 2H, 2W]. Its parameters are the plain 5x5 ones; {@link PhaseKernel} makes it cheap to run.
 */
public final class UpsampleConvolution extends Convolution {
    private static final long serialVersionUID = 1L;

    public UpsampleConvolution(int in, int out, IActivation activation) {
        super(in, out, PhaseKernel.SIDE, 1, activation);
    }

    @Override
    ConvolutionComputation computation(NeuralNetConfiguration configuration, DataType type) {
        return new UpsampleComputation(configuration, type);
    }
}
