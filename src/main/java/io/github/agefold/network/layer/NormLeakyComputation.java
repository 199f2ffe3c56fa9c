package io.github.agefold.network.layer;

import java.util.Objects;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Forward and backward pass of {@link NormLeaky}, channel by channel in plain loops: DL4J's own batch norm takes a third of a
 * training step, most of it in temporary arrays.
 */
@SuppressWarnings("NullAway.Init") // the forward pass fills what the backward pass reads
final class NormLeakyComputation extends BaseLayer<NormLeaky> {
    private static final long serialVersionUID = 1L;

    private final float slope;
    private transient float[] in;
    private transient float[] out;
    private transient float[] gradientValues;
    private transient INDArray outArray;
    private transient INDArray gradientArray;
    private transient float[] mean;
    private transient float[] variance;

    NormLeakyComputation(NeuralNetConfiguration configuration, DataType type, float slope) {
        super(configuration, type);
        this.slope = slope;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        input = FloatMemory.contiguous(input);
        Shape shape = Shape.of(input);
        in = sized(in, shape.length());
        out = sized(out, shape.length());
        new FloatMemory(input).read(0, in, shape.length());
        float[] gamma = vector(NormParameters.GAMMA);
        float[] beta = vector(NormParameters.BETA);
        mean = vector(NormParameters.MEAN);
        variance = vector(NormParameters.VARIANCE);
        float epsilon = (float) layerConf().epsilon();
        float[] scales = new float[shape.channels()];
        float[] shifts = new float[shape.channels()];
        shape.forEachChunk((first, last) -> {
            if (training) {
                measure(shape, first, last);
            }
            for (int c = first; c < last; c++) {
                scales[c] = gamma[c] / (float) Math.sqrt(variance[c] + epsilon);
                shifts[c] = beta[c] - mean[c] * scales[c];
            }
            for (int n = 0; n < shape.examples(); n++) {
                for (int c = first; c < last; c++) {
                    int from = shape.offset(n, c);
                    normalize(in, out, from, from + shape.area(), scales[c], shifts[c], slope);
                }
            }
        });
        outArray = filled(outArray, out, input);
        return outArray;
    }

    private static void normalize(float[] in, float[] out, int from, int to, float scale, float shift, float slope) {
        for (int i = from; i < to; i++) {
            float normalized = in[i] * scale + shift;
            // LeakyReLU without a branch, which would be mispredicted every other time
            out[i] = Math.max(normalized, normalized * slope);
        }
    }

    /** The batch's own mean and variance of some channels. */
    private void measure(Shape shape, int first, int last) {
        double[] sums = new double[last - first];
        double[] squares = new double[last - first];
        for (int n = 0; n < shape.examples(); n++) {
            for (int c = first; c < last; c++) {
                int from = shape.offset(n, c);
                double sum = 0;
                double square = 0;
                for (int i = from; i < from + shape.area(); i++) {
                    double value = in[i];
                    sum += value;
                    square += value * value;
                }
                sums[c - first] += sum;
                squares[c - first] += square;
            }
        }
        for (int c = first; c < last; c++) {
            double average = sums[c - first] / shape.count();
            mean[c] = (float) average;
            variance[c] = (float) Math.max(0, squares[c - first] / shape.count() - average * average);
        }
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray outGradient, LayerWorkspaceMgr workspaces) {
        Shape shape = Shape.of(input);
        gradientValues = sized(gradientValues, shape.length());
        new FloatMemory(FloatMemory.contiguous(outGradient)).read(0, gradientValues, shape.length());
        float[] gamma = vector(NormParameters.GAMMA);
        float[] gammaGradient = new float[shape.channels()];
        float[] betaGradient = new float[shape.channels()];
        float epsilon = (float) layerConf().epsilon();
        shape.forEachChunk((first, last) -> {
            double[] sums = new double[last - first];
            double[] products = new double[last - first];
            for (int n = 0; n < shape.examples(); n++) {
                for (int c = first; c < last; c++) {
                    int from = shape.offset(n, c);
                    float average = mean[c];
                    double sum = 0;
                    double product = 0;
                    for (int i = from; i < from + shape.area(); i++) {
                        // LeakyReLU keeps the sign, so its output tells on which side its input was
                        float value = gradientValues[i] * (out[i] > 0 ? 1 : slope);
                        gradientValues[i] = value;
                        sum += value;
                        product += (double) value * (in[i] - average);
                    }
                    sums[c - first] += sum;
                    products[c - first] += product;
                }
            }
            for (int c = first; c < last; c++) {
                float inverseDeviation = 1 / (float) Math.sqrt(variance[c] + epsilon);
                betaGradient[c] = (float) sums[c - first];
                gammaGradient[c] = (float) (products[c - first] * inverseDeviation);
            }
            for (int n = 0; n < shape.examples(); n++) {
                for (int c = first; c < last; c++) {
                    int from = shape.offset(n, c);
                    float inverseDeviation = 1 / (float) Math.sqrt(variance[c] + epsilon);
                    float meanGradient = betaGradient[c] / shape.count();
                    float varianceGradient = gammaGradient[c] / shape.count() * inverseDeviation;
                    pull(
                            gradientValues,
                            in,
                            from,
                            from + shape.area(),
                            gamma[c] * inverseDeviation,
                            varianceGradient,
                            meanGradient - mean[c] * varianceGradient);
                }
            }
        });
        Gradient gradient = new DefaultGradient();
        put(gradient, NormParameters.GAMMA, gammaGradient);
        put(gradient, NormParameters.BETA, betaGradient);
        putRunning(gradient, NormParameters.MEAN, mean);
        putRunning(gradient, NormParameters.VARIANCE, variance);
        gradientArray = filled(gradientArray, gradientValues, input);
        return new Pair<>(gradient, gradientArray);
    }

    /** The gradient at the input from that at the normalised values: less what would only move the batch's mean or variance. */
    private static void pull(
            float[] gradient, float[] in, int from, int to, float scale, float slope, float intercept) {
        for (int i = from; i < to; i++) {
            gradient[i] = scale * (gradient[i] - in[i] * slope - intercept);
        }
    }

    /** DL4J moves the running averages as it does parameters: by a "gradient" that is taken off as it is. */
    private void putRunning(Gradient gradient, String key, float[] ofBatch) {
        float[] running = vector(key);
        float share = (float) (1 - layerConf().momentum());
        for (int c = 0; c < running.length; c++) {
            running[c] = share * (running[c] - ofBatch[c]);
        }
        put(gradient, key, running);
    }

    private void put(Gradient gradient, String key, float[] values) {
        INDArray view = Objects.requireNonNull(gradientViews.get(key));
        view.assign(Nd4j.createFromArray(values).reshape(view.shape()));
        gradient.setGradientFor(key, view);
    }

    private float[] vector(String key) {
        return getParam(key).toFloatVector();
    }

    private static float[] sized(float[] buffer, int length) {
        return buffer != null && buffer.length == length ? buffer : new float[length];
    }

    /** The array with the values, or a new one where it is of another shape than the pattern. */
    private static INDArray filled(INDArray array, float[] values, INDArray pattern) {
        INDArray target = array != null && array.equalShapes(pattern)
                ? array
                : Nd4j.createUninitialized(pattern.dataType(), pattern.shape(), 'c');
        new FloatMemory(target).write(0, values, values.length);
        return target;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    /** How an array lies: channel by channel in each example, {@code area} values a channel. */
    private record Shape(int examples, int channels, int area) {
        /** Channels are taken together until an example has so many values of theirs side by side. */
        private static final int CHUNK = 256;

        static Shape of(INDArray array) {
            int area = array.rank() == 4 ? (int) (array.size(2) * array.size(3)) : 1;
            return new Shape((int) array.size(0), (int) array.size(1), area);
        }

        int length() {
            return Math.multiplyExact(examples * channels, area);
        }

        int count() {
            return examples * area;
        }

        int offset(int example, int channel) {
            return (example * channels + channel) * area;
        }

        void forEachChunk(Chunk work) {
            int size = Math.max(1, CHUNK / area);
            IntStream.range(0, (channels + size - 1) / size)
                    .parallel()
                    .forEach(i -> work.accept(i * size, Math.min(channels, (i + 1) * size)));
        }
    }

    private interface Chunk {
        void accept(int first, int last);
    }
}
