package io.github.agefold.network;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import io.github.agefold.network.layer.DepthwiseConvolution;
import io.github.agefold.weights.WeightsException;
import io.github.agefold.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * FaceRes: a face to 1024 features, by a MobileNet that was trained to tell the persons of VGGFace2 apart (Savchenko, "Efficient facial
 * representations for age, gender and identity recognition in organizing photo albums using multi-output ConvNet", 2019). It judges and
 * nothing else: no search and no training ever sees its gradient, so it has none.
 */
public final class FaceRes {
    /** How many features a face has. */
    public static final int FEATURES = 1024;

    /**
     * The distance between {@link #embed}'s vectors below which two faces are taken for one person's. UTKFace names no persons, so it
     * cannot be set on genuine pairs: it is where FaceRes lets as many impostors through as FaceNet does at 0.6, 16.9 % of 14,468 pairs
     * of different validation photos of the same age group, gender and race ({@code ImpostorPairs} in the tests' folder measures it).
     */
    public static final double SAME_PERSON_DISTANCE = 0.978;

    /** The same for FaceNet's 0.734, which allows for the years between two photos of a person: both let 62.2 % of these pairs through. */
    public static final double CROSS_AGE_DISTANCE = 1.085;

    private static final int SIDE = 224;
    private static final double HALF_RANGE = 127.5;
    private static final double[] MEAN_COLOUR = {123.68, 116.779, 103.939};
    private static final int STEM_CHANNELS = 32;
    private static final int[] CHANNELS = {64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024};

    /** Blocks, counted from 1, that halve the side. */
    private static final List<Integer> HALVING = List.of(2, 4, 6, 12);

    private final BilinearResize resize = new BilinearResize(SIDE);
    private final DifferentiableGraph graph;

    private FaceRes(DifferentiableGraph graph) {
        this.graph = graph;
    }

    /**
     * Reads the network from faceres.safetensors.
     *
     * @throws WeightsException if the file is absent or holds another network
     * @throws IOException if it cannot be read
     */
    public static FaceRes load(Path weightsFile) throws IOException {
        WeightsFile weights = WeightsFile.read(weightsFile);
        DifferentiableGraph graph = graph();
        PretrainedWeights.assign(weights, graph, "stem_W");
        PretrainedWeights.assign(weights, graph, "stem_b");
        for (int i = 0; i < CHANNELS.length; i++) {
            depthwise(weights, graph, block(i) + "_depthwise");
            PretrainedWeights.assign(weights, graph, block(i) + "_pointwise_W");
            PretrainedWeights.assign(weights, graph, block(i) + "_pointwise_b");
        }
        return new FaceRes(graph.freeze());
    }

    private static DifferentiableGraph graph() {
        IActivation relu6 = new ActivationReLU6();
        Layers layers = new Layers(0, 0, "x").convolution("stem", 3, STEM_CHANNELS, 3, 2, relu6);
        int in = STEM_CHANNELS;
        for (int i = 0; i < CHANNELS.length; i++) {
            int stride = HALVING.contains(i + 1) ? 2 : 1;
            layers.layer(block(i) + "_depthwise", new DepthwiseConvolution(in, 3, stride, relu6))
                    .convolution(block(i) + "_pointwise", in, CHANNELS[i], 1, 1, relu6);
            in = CHANNELS[i];
        }
        return layers.average("average").build();
    }

    private static String block(int index) {
        return String.format(Locale.ROOT, "block%02d", index + 1);
    }

    /** A kernel for each channel, with the gain and the shift that follow it in the file. */
    private static void depthwise(WeightsFile weights, DifferentiableGraph graph, String layer)
            throws WeightsException {
        INDArray kernels = graph.getParam(layer + "_W");
        float[] values = weights.floats(layer + ".weight", kernels.shape());
        float[] gain = weights.floats(layer + ".gain", kernels.size(0));
        int perChannel = values.length / gain.length;
        for (int i = 0; i < values.length; i++) {
            values[i] *= gain[i / perChannel];
        }
        PretrainedWeights.assign(kernels, values);
        PretrainedWeights.assign(graph.getParam(layer + "_b"), weights.floats(layer + ".shift", kernels.size(0)));
    }

    /**
     * @param faces RGB, [N, 3, S, S], in [-1, 1]
     * @return what the network sees in each face, averaged over the picture: 1024 numbers of 0 to 6 a face
     * @throws IllegalArgumentException if the faces are not square or not RGB
     */
    public float[][] features(INDArray faces) {
        if (faces.rank() != 4 || faces.size(1) != 3 || faces.size(2) != faces.size(3)) {
            throw new IllegalArgumentException("wanted square faces [N, 3, S, S], got " + faces.shapeInfoToString());
        }
        // before the resize, where there are fewer pixels: interpolation leaves a constant as it is
        INDArray centred = faces.mul(HALF_RANGE);
        for (int c = 0; c < MEAN_COLOUR.length; c++) {
            centred.slice(c, 1).addi(HALF_RANGE - MEAN_COLOUR[c]);
        }
        INDArray seen = resize.forward(centred);
        float[][] features = new float[(int) faces.size(0)][];
        for (int i = 0; i < features.length; i++) {
            // one at a time: at 224 pixels the network keeps 60 megabytes a face
            INDArray face = seen.get(interval(i, i + 1), all(), all(), all());
            features[i] = graph.forward(false, face).toFloatVector();
        }
        return features;
    }

    /**
     * The features as a vector of length 1, so that distances tell angles.
     *
     * @param faces RGB, [N, 3, S, S], in [-1, 1]
     * @return [N][1024]
     * @throws IllegalArgumentException if the faces are not square or not RGB
     */
    public float[][] embed(INDArray faces) {
        return unit(features(faces));
    }

    /** What {@link #embed} makes of {@link #features}. */
    public static float[][] unit(float[][] features) {
        float[][] units = new float[features.length][];
        for (int i = 0; i < features.length; i++) {
            double length = Math.max(FaceRecognizer.distance(features[i], new float[FEATURES]), 1e-12);
            units[i] = features[i].clone();
            for (int j = 0; j < FEATURES; j++) {
                units[i][j] /= (float) length;
            }
        }
        return units;
    }
}
