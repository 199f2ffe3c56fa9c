package io.github.agefold.network.layer;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Forward and backward pass of {@link Pooling}. */
@SuppressWarnings("NullAway.Init") // the forward pass fills what the backward pass reads
final class PoolingComputation extends SubsamplingLayer {
    private static final long serialVersionUID = 1L;

    private transient PoolingPlan plan;

    PoolingComputation(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        input = FloatMemory.contiguous(input);
        if (plan == null || !Arrays.equals(plan.inShape(), input.shape())) {
            var layer = layerConf();
            plan = new PoolingPlan(
                    layer.getPoolingType() == PoolingType.MAX,
                    layer.getKernelSize()[0],
                    layer.getStride()[0],
                    layer.getConvolutionMode() == ConvolutionMode.Same,
                    input.shape());
        }
        return plan.forward(input);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray outGradient, LayerWorkspaceMgr workspaces) {
        return new Pair<>(new DefaultGradient(), plan.backward(FloatMemory.contiguous(outGradient)));
    }
}
