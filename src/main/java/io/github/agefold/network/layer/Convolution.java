package io.github.agefold.network.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution with bias and activation over [N, C, H, W], as a DL4J layer that runs on {@link OneDnn}. */
public class Convolution extends ConvolutionLayer {
    private static final long serialVersionUID = 1L;

    /**
     * @param in input channels
     * @param out output channels
     * @param kernel side of the square kernel
     * @param stride step in both directions
     * @param mode {@code Same} pads as TensorFlow does, {@code Truncate} not at all
     */
    public Convolution(int in, int out, int kernel, int stride, ConvolutionMode mode, IActivation activation) {
        super(new Builder(kernel, kernel)
                .stride(stride, stride)
                .nIn(in)
                .nOut(out)
                .convolutionMode(mode)
                .activation(activation));
    }

    /** The same with SAME padding. */
    public Convolution(int in, int out, int kernel, int stride, IActivation activation) {
        this(in, out, kernel, stride, ConvolutionMode.Same, activation);
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
                computation(configuration, type), configuration, listeners, index, parameters, initialize);
    }

    ConvolutionComputation computation(NeuralNetConfiguration configuration, DataType type) {
        return new ConvolutionComputation(configuration, type);
    }
}
