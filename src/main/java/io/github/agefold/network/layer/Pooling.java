package io.github.agefold.network.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The largest value or the mean of each window of [N, C, H, W], as a DL4J layer that runs on {@link OneDnn}. */
public final class Pooling extends SubsamplingLayer {
    private static final long serialVersionUID = 1L;

    /**
     * @param type {@code MAX} or {@code AVG}
     * @param kernel side of the square window
     * @param stride step in both directions
     * @param mode {@code Same} pads as TensorFlow does, and what is padded never is the largest; {@code Truncate} pads not at all
     */
    public Pooling(org.deeplearning4j.nn.conf.layers.PoolingType type, int kernel, int stride, ConvolutionMode mode) {
        super(new Builder(type)
                .kernelSize(kernel, kernel)
                .stride(stride, stride)
                .convolutionMode(mode));
        if (poolingType != org.deeplearning4j.nn.conf.layers.PoolingType.MAX
                && poolingType != org.deeplearning4j.nn.conf.layers.PoolingType.AVG) {
            throw new IllegalArgumentException("pooling takes the largest value or the mean, not " + type);
        }
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
                new PoolingComputation(configuration, type), configuration, listeners, index, parameters, initialize);
    }
}
