package io.github.agefold.network.layer;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Forward and backward pass of a {@link Convolution}; subclasses change the linear part between input and activation. */
class ConvolutionComputation extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer implements Freezable {
    private static final long serialVersionUID = 1L;

    private boolean frozen;

    /** What the activation's derivative is worked out from: its output where that is enough, otherwise its input. */
    private transient INDArray kept;

    private transient INDArray turned;

    ConvolutionComputation(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        input = Conv2d.contiguous(input);
        INDArray linear = linear(input);
        IActivation activation = activation();
        if (activation instanceof ActivationIdentity) {
            return linear;
        }
        // (leaky) ReLU keeps the sign, so its output tells its derivative, and it can overwrite its input
        kept = activation instanceof ActivationLReLU || activation instanceof ActivationReLU ? linear : linear.dup('c');
        return activation.getActivation(linear, training);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray outGradient, LayerWorkspaceMgr workspaces) {
        IActivation activation = activation();
        INDArray linearGradient = activation instanceof ActivationIdentity
                ? outGradient
                : activation.backprop(kept, outGradient).getFirst();
        kept = null;
        linearGradient = Conv2d.contiguous(linearGradient);
        Gradient gradient = new DefaultGradient();
        INDArray inGradient;
        if (frozen) {
            inGradient = frozenBackward(input, linearGradient);
        } else {
            inGradient = Nd4j.createUninitialized(input.dataType(), input.shape());
            INDArray weightGradient = gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY);
            INDArray biasGradient = gradientViews.get(ConvolutionParamInitializer.BIAS_KEY);
            backward(input, linearGradient, inGradient, weightGradient, biasGradient);
            gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY, biasGradient);
            gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, weightGradient);
        }
        return new Pair<>(gradient, inGradient);
    }

    @Override
    public void freeze() {
        frozen = true;
    }

    boolean isFrozen() {
        return frozen;
    }

    /** Weight times input plus bias. */
    INDArray linear(INDArray in) {
        return geometry().forward(in, weight(), bias());
    }

    /** Fills the three gradients of {@link #linear}. */
    void backward(
            INDArray in, INDArray linearGradient, INDArray inGradient, INDArray weightGradient, INDArray biasGradient) {
        // the operation wants arrays of its own, not views into the network's flat gradient
        INDArray weight = Nd4j.createUninitialized(weightGradient.dataType(), weightGradient.shape());
        INDArray bias = Nd4j.createUninitialized(biasGradient.dataType(), biasGradient.length());
        geometry().backward(in, weight(), bias(), linearGradient, inGradient, weight, bias);
        weightGradient.assign(weight);
        biasGradient.assign(bias.reshape(biasGradient.shape()));
    }

    /** The gradient of the input of {@link #linear}, the parameters being fixed. */
    INDArray frozenBackward(INDArray in, INDArray linearGradient) {
        Conv2d geometry = geometry();
        if (geometry.isSymmetric()) {
            if (turned == null) {
                turned = Conv2d.turn(weight());
            }
            return geometry.inputGradient(linearGradient, turned);
        }
        return geometry.inputGradient(linearGradient, weight(), in.shape());
    }

    INDArray weight() {
        return getParam(ConvolutionParamInitializer.WEIGHT_KEY);
    }

    INDArray bias() {
        INDArray bias = getParam(ConvolutionParamInitializer.BIAS_KEY);
        return bias.reshape(bias.length());
    }

    Conv2d geometry() {
        org.deeplearning4j.nn.conf.layers.ConvolutionLayer layer = layerConf();
        return new Conv2d(
                layer.getKernelSize()[0], layer.getStride()[0], layer.getConvolutionMode() == ConvolutionMode.Same);
    }

    private IActivation activation() {
        return layerConf().getActivationFn();
    }
}
