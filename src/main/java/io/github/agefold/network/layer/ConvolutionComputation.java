package io.github.agefold.network.layer;

import java.util.Objects;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Forward and backward pass of a {@link Convolution}; subclasses change the linear part between input and activation. */
class ConvolutionComputation extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer implements Freezable {
    private static final long serialVersionUID = 1L;

    private final transient ConvolutionPlan.Geometry geometry;
    private final transient RecentPlans<ConvolutionPlan> plans = new RecentPlans<>();
    private boolean frozen;
    private boolean inputGradientOnly;

    /** What the activation's derivative is worked out from, unless it is done by the plan. */
    private transient @Nullable INDArray kept;

    ConvolutionComputation(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
        geometry = geometry();
    }

    /** The convolution that runs; it includes the activation where that is (leaky) ReLU. */
    ConvolutionPlan.Geometry geometry() {
        return geometry(layerConf().getKernelSize()[0], false);
    }

    final ConvolutionPlan.Geometry geometry(int kernel, boolean depthwise) {
        return new ConvolutionPlan.Geometry(
                kernel,
                layerConf().getStride()[0],
                layerConf().getConvolutionMode() == ConvolutionMode.Same,
                depthwise,
                Rectifier.slope(activation()));
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        input = FloatMemory.contiguous(input);
        INDArray out = forward(input);
        if (!Rectifier.leaves(activation())) {
            return out;
        }
        kept = out.dup('c');
        return activation().getActivation(out, training);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray outGradient, LayerWorkspaceMgr workspaces) {
        INDArray slope = Rectifier.leaves(activation())
                ? activation()
                        .backprop(Objects.requireNonNull(kept), outGradient)
                        .getFirst()
                : outGradient;
        kept = null;
        ConvolutionPlan plan = plans.current();
        takeGradient(plan, FloatMemory.contiguous(slope));
        Gradient gradient = new DefaultGradient();
        if (!frozen && !inputGradientOnly) {
            INDArray weightGradient = Objects.requireNonNull(gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY));
            INDArray biasGradient = Objects.requireNonNull(gradientViews.get(ConvolutionParamInitializer.BIAS_KEY));
            weightGradient(plan, weightGradient, biasGradient);
            gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY, biasGradient);
            gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, weightGradient);
        }
        return new Pair<>(gradient, plan.inputGradient(frozen));
    }

    @Override
    public void freeze() {
        frozen = true;
    }

    @Override
    public void inputGradientOnly(boolean only) {
        inputGradientOnly = only;
    }

    boolean isFrozen() {
        return frozen;
    }

    /** The convolution with bias, and with the activation where the plan does it. */
    INDArray forward(INDArray in) {
        return plan(in, weight().size(0)).forward(in, weight(), bias(), frozen);
    }

    /** @param outputs channels of the output */
    final ConvolutionPlan plan(INDArray in, long outputs) {
        long[] shape = in.shape();
        return plans.of(plan -> plan.fits(shape), () -> new ConvolutionPlan(geometry, shape, outputs));
    }

    /** Gives the gradient at the output of {@link #forward} to the plan. */
    void takeGradient(ConvolutionPlan plan, INDArray outGradient) {
        plan.backward(outGradient);
    }

    /** Fills the gradients of the parameters. */
    void weightGradient(ConvolutionPlan plan, INDArray ofWeight, INDArray ofBias) {
        plan.weightGradient(ofWeight, ofBias);
    }

    INDArray weight() {
        return getParam(ConvolutionParamInitializer.WEIGHT_KEY);
    }

    /** Zeros where the layer has none. */
    INDArray bias() {
        return layerConf().hasBias()
                ? getParam(ConvolutionParamInitializer.BIAS_KEY)
                : Nd4j.zeros(dataType, weight().size(0));
    }

    private IActivation activation() {
        return layerConf().getActivationFn();
    }
}
