package io.github.agefold.network;

import io.github.agefold.network.layer.Convolution;
import io.github.agefold.network.layer.Sum;
import io.github.agefold.weights.WeightsException;
import io.github.agefold.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * FaceNet: a face to an embedding of 128 numbers, by the residual network of 29 convolutions that dlib trained for face
 * recognition (King, "High quality face recognition with deep metric learning", 2017; weights by way of face-api). On
 * Labeled Faces in the Wild it tells 98 % of pairs apart. Embeddings are not of unit length; theirs is about 1.4.
 */
public final class FaceNet implements FaceRecognizer {
    /** Length of an embedding. */
    public static final int EMBEDDING = 128;

    /**
     * The bar for one person at two ages: photos of one person some twenty years apart are 0.615 from each other on average, so 0.6 would
     * turn away half of them. It is lenient: of pairs of different people of the same age group, gender and race 62 % pass it.
     */
    public static final double CROSS_AGE_DISTANCE = 0.734;

    private static final int SIDE = 150;
    private static final double SAME_PERSON_DISTANCE = 0.6;

    /** Width of a stage and its blocks; the first block halves the side, except in the first stage, where the stem did. */
    private enum Stage {
        BLOCK32(32, "1", "2", "3"),
        BLOCK64(64, "down", "1", "2", "3"),
        BLOCK128(128, "down", "1", "2"),
        BLOCK256(256, "down", "1", "2", "down_out");

        final int channels;

        @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
        final String[] blocks;

        Stage(int channels, String... blocks) {
            this.channels = channels;
            this.blocks = blocks;
        }
    }

    private final FaceInput input = new FaceInput(SIDE);
    private final DifferentiableGraph graph;

    private FaceNet(DifferentiableGraph graph) {
        this.graph = graph;
    }

    /**
     * Reads the network from facenet.safetensors.
     *
     * @throws WeightsException if the file is absent or holds another network
     * @throws IOException if it cannot be read
     */
    public static FaceNet load(Path weightsFile) throws IOException {
        WeightsFile weights = WeightsFile.read(weightsFile);
        DifferentiableGraph graph = graph();
        fold(weights, graph, "stem");
        for (Stage stage : Stage.values()) {
            for (String block : stage.blocks) {
                fold(weights, graph, name(stage, block) + "_conv1");
                fold(weights, graph, name(stage, block) + "_conv2");
            }
        }
        PretrainedWeights.assign(weights, graph, "embedding_W");
        return new FaceNet(graph.freeze());
    }

    private static DifferentiableGraph graph() {
        IActivation relu = new ActivationReLU();
        Layers layers = new Layers(0, 0, "x")
                .layer("stem", new Convolution(3, 32, 7, 2, ConvolutionMode.Truncate, relu))
                .pooling("stem_pool", PoolingType.MAX, 3, 2, ConvolutionMode.Truncate);
        int in = 32;
        for (Stage stage : Stage.values()) {
            for (String block : stage.blocks) {
                block(layers, name(stage, block), in, stage.channels, block.startsWith("down"));
                in = stage.channels;
            }
        }
        return layers.average("average")
                .dense("embedding", in, EMBEDDING, Layers.linear())
                .build();
    }

    private static void block(Layers layers, String name, int in, int out, boolean halves) {
        String before = layers.top();
        layers.layer(
                        name + "_conv1",
                        new Convolution(
                                in,
                                out,
                                3,
                                halves ? 2 : 1,
                                halves ? ConvolutionMode.Truncate : ConvolutionMode.Same,
                                new ActivationReLU()))
                .convolution(name + "_conv2", out, out, 3, 1, Layers.linear());
        String shortcut = before;
        if (halves) {
            shortcut = name + "_shortcut";
            layers.from(before).pooling(shortcut, PoolingType.AVG, 2, 2, ConvolutionMode.Truncate);
        }
        layers.vertex(name, new Sum(true), name + "_conv2", shortcut);
    }

    private static String name(Stage stage, String block) {
        return stage.name().toLowerCase(Locale.ROOT) + "_" + block;
    }

    /** A convolution with the scale and shift of every channel that follow it in the file, as one convolution. */
    private static void fold(WeightsFile weights, DifferentiableGraph graph, String layer) throws WeightsException {
        INDArray weight = graph.getParam(layer + "_W");
        INDArray bias = graph.getParam(layer + "_b");
        long channels = weight.size(0);
        float[] kernel = weights.floats(layer + ".weight", weight.shape());
        float[] offset = weights.floats(layer + ".bias", channels);
        float[] gain = weights.floats(layer + ".gain", channels);
        float[] shift = weights.floats(layer + ".shift", channels);
        int perChannel = kernel.length / gain.length;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] *= gain[i / perChannel];
        }
        for (int i = 0; i < offset.length; i++) {
            offset[i] = (float) ((double) offset[i] * gain[i] + shift[i]);
        }
        PretrainedWeights.assign(weight, kernel);
        PretrainedWeights.assign(bias, offset);
    }

    @Override
    public INDArray embed(INDArray faces) {
        return graph.forward(false, input.forward(faces));
    }

    @Override
    public INDArray backward(INDArray embeddingGradient) {
        graph.backward(embeddingGradient);
        return input.backward(graph.inputGradient("x"));
    }

    @Override
    public double samePersonDistance() {
        return SAME_PERSON_DISTANCE;
    }
}
