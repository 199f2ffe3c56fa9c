package io.github.agefold.network.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Forward and backward pass of a {@link DepthwiseConvolution}, which only ever runs with fixed parameters. */
final class DepthwiseComputation extends ConvolutionComputation {
    private static final long serialVersionUID = 1L;

    private transient INDArray turned;

    DepthwiseComputation(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    INDArray linear(INDArray in) {
        return geometry().depthwise(in, weight());
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
        if (turned == null) {
            // [C, 1] to [1, C] by the swap of channels, and back
            turned = Conv2d.turn(weight()).reshape(weight().shape());
        }
        return geometry.depthwise(linearGradient, turned);
    }
}
