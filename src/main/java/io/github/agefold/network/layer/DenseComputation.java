package io.github.agefold.network.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Forward and backward pass of a {@link Dense} layer. */
final class DenseComputation extends BaseLayer<Dense> implements Freezable {
    private static final long serialVersionUID = 1L;

    private boolean frozen;
    private transient INDArray linear;

    DenseComputation(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        applyDropOutIfNecessary(training, workspaces);
        INDArray weight = getParam(DefaultParamInitializer.WEIGHT_KEY);
        INDArray bias = getParam(DefaultParamInitializer.BIAS_KEY);
        INDArray out = MatrixProduct.of(input, weight);
        out.addiRowVector(bias.reshape(bias.length()));
        IActivation activation = layerConf().getActivationFn();
        if (activation instanceof ActivationIdentity) {
            return out;
        }
        linear = out.dup('c');
        return activation.getActivation(out, training);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray outGradient, LayerWorkspaceMgr workspaces) {
        IActivation activation = layerConf().getActivationFn();
        INDArray linearGradient = activation instanceof ActivationIdentity
                ? outGradient
                : activation.backprop(linear, outGradient).getFirst();
        linear = null;
        INDArray weight = getParam(DefaultParamInitializer.WEIGHT_KEY);
        Gradient gradient = new DefaultGradient();
        if (!frozen) {
            INDArray weightGradient = gradientViews.get(DefaultParamInitializer.WEIGHT_KEY);
            INDArray biasGradient = gradientViews.get(DefaultParamInitializer.BIAS_KEY);
            // DL4J keeps dense weights column by column, so their transpose is in C order and is filled in place
            MatrixProduct.ofTransposedFirst(linearGradient, input, weightGradient.transpose());
            linearGradient.sum(biasGradient, 0);
            gradient.setGradientFor(DefaultParamInitializer.WEIGHT_KEY, weightGradient);
            gradient.setGradientFor(DefaultParamInitializer.BIAS_KEY, biasGradient);
        }
        INDArray inGradient = MatrixProduct.ofTransposedSecond(linearGradient, weight);
        return new Pair<>(gradient, inGradient);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public void freeze() {
        frozen = true;
    }
}
