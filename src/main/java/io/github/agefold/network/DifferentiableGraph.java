package io.github.agefold.network;

import io.github.agefold.network.layer.Freezable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A DL4J graph of one output that takes the gradient of any loss at that output, and tells what reaches its inputs. DL4J's own
 * {@code backpropGradient} forgets the gradients at the inputs, which the path from a loss through one network into the next needs.
 */
public final class DifferentiableGraph extends ComputationGraph {
    private static final long serialVersionUID = 1L;

    private final double learningRate;
    private transient @Nullable Adam adam;
    private int updates;

    /**
     * @param configuration of one output
     * @param learningRate of {@link Adam}, for {@link #update}
     */
    public DifferentiableGraph(ComputationGraphConfiguration configuration, double learningRate) {
        super(configuration);
        this.learningRate = learningRate;
        if (configuration.getNetworkOutputs().size() != 1) {
            throw new IllegalArgumentException(
                    "a graph of one output is wanted, got " + configuration.getNetworkOutputs());
        }
        init();
    }

    /** Runs the graph and keeps what {@link #backward} needs. The result is valid until the next run. */
    public INDArray forward(boolean training, INDArray... inputs) {
        Map<String, INDArray> activations = feedForward(inputs, training, false);
        return Objects.requireNonNull(
                activations.get(configuration.getNetworkOutputs().get(0)));
    }

    /**
     * Sends the gradient of a loss back from the output: afterwards {@link #gradients} and {@link #inputGradient} hold the results.
     *
     * @param outGradient gradient of the loss, of the output's shape
     */
    public void backward(INDArray outGradient) {
        if (flattenedGradients == null) {
            initGradientsView();
        }
        calcBackpropGradients(false, false, outGradient);
    }

    /**
     * The same for {@link #inputGradient} alone, at about half the price: the gradients of the parameters are left out, so no
     * {@link #update} may follow.
     *
     * @param outGradient gradient of the loss, of the output's shape
     */
    public void backwardToInputs(INDArray outGradient) {
        setInputGradientOnly(true);
        try {
            backward(outGradient);
        } finally {
            setInputGradientOnly(false);
        }
    }

    private void setInputGradientOnly(boolean only) {
        for (Layer layer : getLayers()) {
            if (layer instanceof Freezable freezable) {
                freezable.inputGradientOnly(only);
            }
        }
    }

    /** The gradient of the loss at an input, after {@link #backward} or {@link #backwardToInputs}. */
    public INDArray inputGradient(String input) {
        return getVertex(input).getEpsilon();
    }

    /** The gradients of all parameters as one row, after {@link #backward}: a view that the next one overwrites. */
    public INDArray gradients() {
        return flattenedGradients;
    }

    /** Lets Adam take one step with the current {@link #gradients}; batch norm's running averages move as they should. */
    public void update() {
        // Adam leaves what is no slope alone: it is set aside, and taken off as it is
        Map<INDArray, INDArray> running = new LinkedHashMap<>();
        gradient.gradientForVariable().forEach((name, slope) -> {
            if (name.endsWith("_mean") || name.endsWith("_var")) {
                running.put(
                        getParam(name),
                        getParam(name).sub(slope.reshape(getParam(name).shape())));
                slope.assign(0);
            }
        });
        adam().update(flattenedGradients, updates);
        running.forEach(INDArray::assign);
        updates++;
    }

    /** The updater, made when it is first asked for: a network that is only run has none. */
    public Adam adam() {
        if (adam == null) {
            adam = new Adam(learningRate, params());
        }
        return adam;
    }

    /** Goes on from a checkpoint: how many times {@link #update} was called before, which Adam corrects its averages by. */
    public void setUpdates(int updates) {
        this.updates = updates;
    }

    /** Tells every layer that the parameters stay as they are; there can be no {@link #update} afterwards. */
    public DifferentiableGraph freeze() {
        for (Layer layer : getLayers()) {
            if (layer instanceof Freezable freezable) {
                freezable.freeze();
            }
        }
        return this;
    }
}
