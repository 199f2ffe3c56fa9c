package io.github.agefold.network.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Forward and backward pass of a {@link DepthwiseConvolution}, which only ever runs with fixed parameters. */
final class DepthwiseComputation extends ConvolutionComputation {
    private static final long serialVersionUID = 1L;

    private transient INDArray kernels;
    private transient INDArray turnedKernels;

    DepthwiseComputation(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    INDArray linear(INDArray in) {
        if (kernels == null || !isFrozen()) {
            kernels = Conv2d.channelsLast(weight());
        }
        return geometry().depthwise(in, kernels);
    }

    @Override
    void backward(
            INDArray in, INDArray linearGradient, INDArray inGradient, INDArray weightGradient, INDArray biasGradient) {
        throw new UnsupportedOperationException("depthwise convolutions are not trained; freeze the network");
    }

    @Override
    INDArray frozenBackward(INDArray in, INDArray linearGradient) {
        Conv2d geometry = geometry();
        if (!geometry.isSymmetric()) {
            throw new UnsupportedOperationException("no gradient through a depthwise convolution with stride");
        }
        if (turnedKernels == null) {
            // turn() swaps [C, 1] to [1, C]
            turnedKernels = Conv2d.channelsLast(Conv2d.turn(weight()).permute(1, 0, 2, 3));
        }
        return geometry.depthwise(linearGradient, turnedKernels);
    }
}
