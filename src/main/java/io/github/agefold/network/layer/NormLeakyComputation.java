package io.github.agefold.network.layer;

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
final class NormLeakyComputation extends BaseLayer<NormLeaky> {
    private static final long serialVersionUID = 1L;

    private final float slope;
    private transient float[] in;
    private transient float[] out;
    private transient float[] gradientValues;
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
        IntStream.range(0, shape.channels()).parallel().forEach(c -> {
            if (training) {
                measure(shape, c);
            }
            float scale = gamma[c] / (float) Math.sqrt(variance[c] + epsilon);
            float shift = beta[c] - mean[c] * scale;
            shape.forEachRun(c, (from, to) -> {
                for (int i = from; i < to; i++) {
                    float normalized = in[i] * scale + shift;
                    out[i] = normalized > 0 ? normalized : normalized * slope;
                }
            });
        });
        return array(out, input);
    }

    /** The batch's own mean and variance of a channel. */
    private void measure(Shape shape, int channel) {
        double[] sums = new double[2];
        shape.forEachRun(channel, (from, to) -> {
            double sum = 0;
            double squares = 0;
            for (int i = from; i < to; i++) {
                double value = in[i];
                sum += value;
                squares += value * value;
            }
            sums[0] += sum;
            sums[1] += squares;
        });
        double count = shape.count();
        double average = sums[0] / count;
        mean[channel] = (float) average;
        variance[channel] = (float) Math.max(0, sums[1] / count - average * average);
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
        IntStream.range(0, shape.channels()).parallel().forEach(c -> {
            float inverseDeviation = 1 / (float) Math.sqrt(variance[c] + epsilon);
            float average = mean[c];
            double[] sums = new double[2];
            shape.forEachRun(c, (from, to) -> {
                double sum = 0;
                double product = 0;
                for (int i = from; i < to; i++) {
                    // LeakyReLU keeps the sign, so its output tells on which side its input was
                    float gradient = out[i] > 0 ? gradientValues[i] : gradientValues[i] * slope;
                    gradientValues[i] = gradient;
                    sum += gradient;
                    product += (double) gradient * (in[i] - average);
                }
                sums[0] += sum;
                sums[1] += product;
            });
            betaGradient[c] = (float) sums[0];
            gammaGradient[c] = (float) (sums[1] * inverseDeviation);
            float scale = gamma[c] * inverseDeviation;
            float slopeOfMean = (float) (sums[0] / shape.count());
            float slopeOfVariance = (float) (sums[1] / shape.count()) * inverseDeviation * inverseDeviation;
            shape.forEachRun(c, (from, to) -> {
                for (int i = from; i < to; i++) {
                    gradientValues[i] = scale * (gradientValues[i] - slopeOfMean - (in[i] - average) * slopeOfVariance);
                }
            });
        });
        Gradient gradient = new DefaultGradient();
        put(gradient, NormParameters.GAMMA, gammaGradient);
        put(gradient, NormParameters.BETA, betaGradient);
        putRunning(gradient, NormParameters.MEAN, mean);
        putRunning(gradient, NormParameters.VARIANCE, variance);
        return new Pair<>(gradient, array(gradientValues, input));
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
        INDArray view = gradientViews.get(key);
        view.assign(Nd4j.createFromArray(values).reshape(view.shape()));
        gradient.setGradientFor(key, view);
    }

    private float[] vector(String key) {
        return getParam(key).toFloatVector();
    }

    private static float[] sized(float[] buffer, int length) {
        return buffer != null && buffer.length == length ? buffer : new float[length];
    }

    private static INDArray array(float[] values, INDArray like) {
        INDArray array = Nd4j.createUninitialized(like.dataType(), like.shape(), 'c');
        new FloatMemory(array).write(0, values, values.length);
        return array;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    /** Where a channel's values lie: {@code count / area} runs of {@code area}, one in each example. */
    private record Shape(int examples, int channels, int area) {
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

        void forEachRun(int channel, Run run) {
            for (int n = 0; n < examples; n++) {
                int from = (n * channels + channel) * area;
                run.accept(from, from + area);
            }
        }
    }

    private interface Run {
        void accept(int from, int to);
    }
}
