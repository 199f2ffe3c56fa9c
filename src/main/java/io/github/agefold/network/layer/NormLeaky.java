package io.github.agefold.network.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Batch normalisation and LeakyReLU in one, over [N, C] or [N, C, H, W]. */
public final class NormLeaky extends FeedForwardLayer {
    private static final long serialVersionUID = 1L;

    private final double momentum;
    private final double epsilon;
    private final double slope;

    /**
     * @param channels C
     * @param momentum how much of the running averages stays at each step
     * @param epsilon added to the variance
     * @param slope of LeakyReLU below zero
     */
    public NormLeaky(int channels, double momentum, double epsilon, double slope) {
        setNIn(channels);
        setNOut(channels);
        this.momentum = momentum;
        this.epsilon = epsilon;
        this.slope = slope;
    }

    double momentum() {
        return momentum;
    }

    double epsilon() {
        return epsilon;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        return Instantiation.complete(
                new NormLeakyComputation(configuration, type, (float) slope),
                configuration,
                listeners,
                index,
                parameters,
                initialize);
    }

    @Override
    public ParamInitializer initializer() {
        return new NormParameters();
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        return new LayerMemoryReport.Builder(getLayerName(), NormLeaky.class, inputType, inputType)
                .standardMemory(initializer().numParams(this), 0)
                .workingMemory(0, 0, MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }
}
