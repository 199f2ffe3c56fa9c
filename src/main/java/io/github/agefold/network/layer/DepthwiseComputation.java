package io.github.agefold.network.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Forward and backward pass of a {@link DepthwiseConvolution}, which only ever runs with fixed parameters. */
final class DepthwiseComputation extends ConvolutionComputation {
    private static final long serialVersionUID = 1L;

    DepthwiseComputation(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    ConvolutionPlan.Geometry geometry() {
        return geometry(layerConf().getKernelSize()[0], true);
    }

    @Override
    void weightGradient(ConvolutionPlan plan, INDArray ofWeight, INDArray ofBias) {
        throw new UnsupportedOperationException("depthwise convolutions are not trained; freeze the network");
    }
}
