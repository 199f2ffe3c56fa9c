package io.github.agefold.network.layer;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Forward and backward pass of a {@link Dense} layer. */
final class DenseComputation extends BaseLayer<Dense> implements Freezable {
    private static final long serialVersionUID = 1L;

    private final transient RecentPlans<DensePlan> plans = new RecentPlans<>();
    private boolean frozen;
    private boolean inputGradientOnly;

    /** What the activation's derivative is worked out from: its output where that is enough, otherwise its input. */
    private transient @Nullable INDArray kept;

    DenseComputation(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        applyDropOutIfNecessary(training, workspaces);
        input = FloatMemory.contiguous(input);
        INDArray weight = getParam(DefaultParamInitializer.WEIGHT_KEY);
        long rows = input.size(0);
        INDArray out = plans.of(
                        plan -> plan.fits(rows), () -> new DensePlan(rows, weight.size(0), weight.size(1), frozen))
                .forward(input, weight, getParam(DefaultParamInitializer.BIAS_KEY));
        IActivation activation = layerConf().getActivationFn();
        if (activation instanceof ActivationIdentity) {
            return out;
        }
        // (leaky) ReLU keeps the sign, so its output tells its derivative, and it can overwrite its input
        kept = activation instanceof ActivationLReLU || activation instanceof ActivationReLU ? out : out.dup('c');
        return activation.getActivation(out, training);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray outGradient, LayerWorkspaceMgr workspaces) {
        IActivation activation = layerConf().getActivationFn();
        INDArray linearGradient = activation instanceof ActivationIdentity
                ? outGradient
                : activation.backprop(Objects.requireNonNull(kept), outGradient).getFirst();
        kept = null;
        INDArray weight = getParam(DefaultParamInitializer.WEIGHT_KEY);
        Gradient gradient = new DefaultGradient();
        if (!frozen && !inputGradientOnly) {
            INDArray weightGradient = Objects.requireNonNull(gradientViews.get(DefaultParamInitializer.WEIGHT_KEY));
            INDArray biasGradient = Objects.requireNonNull(gradientViews.get(DefaultParamInitializer.BIAS_KEY));
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

    @Override
    public void inputGradientOnly(boolean only) {
        inputGradientOnly = only;
    }
}
