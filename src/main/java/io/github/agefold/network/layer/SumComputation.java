package io.github.agefold.network.layer;

import java.util.Arrays;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Forward and backward pass of a {@link Sum}. */
@SuppressWarnings("overrides") // DL4J overrides setInputs(INDArray...) by setInputs(INDArray[])
final class SumComputation extends BaseGraphVertex {
    private static final long serialVersionUID = 1L;
    private static final ActivationReLU RELU = new ActivationReLU();

    private final boolean rectified;
    private transient @Nullable INDArray out;

    SumComputation(ComputationGraph graph, String name, int index, DataType type, boolean rectified) {
        super(graph, name, index, null, null, type);
        this.rectified = rectified;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        long[] shape = inputs[0].shape().clone();
        for (INDArray in : inputs) {
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = Math.max(shape[axis], in.size(axis));
            }
        }
        INDArray sum;
        if (inputs.length > 1 && Arrays.equals(inputs[0].shape(), shape) && Arrays.equals(inputs[1].shape(), shape)) {
            sum = inputs[0].addi(inputs[1], Nd4j.createUninitialized(dataType, shape, 'c'));
        } else {
            sum = Nd4j.zeros(dataType, shape);
            part(sum, inputs[0]).addi(inputs[0]);
            if (inputs.length > 1) {
                part(sum, inputs[1]).addi(inputs[1]);
            }
        }
        for (int i = 2; i < inputs.length; i++) {
            part(sum, inputs[i]).addi(inputs[i]);
        }
        INDArray made = rectified ? RELU.getActivation(sum, training) : sum;
        out = made;
        return made;
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
        INDArray gradient =
                rectified ? RELU.backprop(Objects.requireNonNull(out), epsilon).getFirst() : epsilon;
        INDArray[] inGradients = new INDArray[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            // copies: the graph adds in place where an array fed several layers
            inGradients[i] = i == 0 && rectified && part(gradient, inputs[i]) == gradient
                    ? gradient
                    : part(gradient, inputs[i]).dup('c');
        }
        out = null;
        return new Pair<>(null, inGradients);
    }

    /** The corner of an array that another one takes up. */
    private static INDArray part(INDArray whole, INDArray smaller) {
        if (Arrays.equals(whole.shape(), smaller.shape())) {
            return whole;
        }
        return whole.get(Arrays.stream(smaller.shape())
                .mapToObj(side -> NDArrayIndex.interval(0, side))
                .toArray(INDArrayIndex[]::new));
    }

    @Override
    public boolean hasLayer() {
        return false;
    }

    @Override
    public @Nullable Layer getLayer() {
        return null;
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray gradients) {
        // it has no parameters
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        return masks == null || masks.length == 0 ? null : new Pair<>(masks[0], state);
    }

    @Override
    public String toString() {
        return "Sum(" + vertexName + (rectified ? ", ReLU)" : ")");
    }
}
