package io.github.agefold.network;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.network.layer.UpsampleConvolution;
import java.util.Objects;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** G(z, y): makes the face of a latent vector at an age group. 34,885,251 parameters. */
public final class Generator implements TrainableNetwork {
    /** Length of a latent vector z. */
    public static final int LATENT = 100;

    /** Side of the square faces that all networks of Age-cGAN work on, in pixels. */
    public static final int SIDE = 64;

    private static final int HIDDEN = 2048;
    static final int SEED_SIDE = 8;
    static final int SEED_CHANNELS = 256;

    /** What each of the convolutions makes. */
    static final int[] CHANNELS = {128, 64, 3};

    /** How slowly the batch norms' running averages follow: Keras's default behind dense layers, the article's in convolutions. */
    private static final double DENSE_MOMENTUM = 0.99;

    private static final double CONVOLUTION_MOMENTUM = 0.8;

    private final DifferentiableGraph graph;
    private @Nullable Upsampler upsampler;

    private Generator(DifferentiableGraph graph) {
        this.graph = graph;
    }

    /**
     * A generator with fresh weights.
     *
     * @param seed of the weights
     * @param learningRate of Adam
     * @param dropout share of the hidden values that are dropped in training; the article: 0.2
     */
    public static Generator create(long seed, double learningRate, double dropout) {
        return new Generator(graph(seed, learningRate, dropout, true));
    }

    private static DifferentiableGraph graph(long seed, double learningRate, double dropout, boolean normalized) {
        int seedLength = SEED_SIDE * SEED_SIDE * SEED_CHANNELS;
        Layers layers = new Layers(seed, learningRate, "z", "y")
                .vertex("zy", new MergeVertex(), "z", "y")
                .dense("dense1", LATENT + AgeGroup.COUNT, HIDDEN, Layers.leaky())
                .dropout("dense1_dropout", dropout)
                .dense("dense2", HIDDEN, seedLength, normalized ? Layers.linear() : Layers.leaky());
        if (normalized) {
            layers.normAndLeaky("dense2_norm", seedLength, DENSE_MOMENTUM);
        }
        layers.dropout("dense2_dropout", dropout)
                .vertex("seed", new ReshapeVertex(-1, SEED_CHANNELS, SEED_SIDE, SEED_SIDE));
        int in = SEED_CHANNELS;
        for (int i = 0; i < CHANNELS.length; i++) {
            boolean last = i == CHANNELS.length - 1;
            String name = convolution(i);
            layers.layer(
                    name,
                    new UpsampleConvolution(
                            in,
                            CHANNELS[i],
                            last ? new ActivationTanH() : normalized ? Layers.linear() : Layers.leaky()));
            if (normalized && !last) {
                layers.normAndLeaky(name + "_norm", CHANNELS[i], CONVOLUTION_MOMENTUM);
            }
            in = CHANNELS[i];
        }
        return layers.build();
    }

    /** What the convolution at a place is called. */
    static String convolution(int index) {
        return "conv" + (index + 1);
    }

    /**
     * The same function with the batch norms' running averages folded into the weights before them, frozen: for making faces and for
     * gradients down to z, where batch norm over a batch of one would mean nothing.
     */
    public Generator folded() {
        DifferentiableGraph folded = graph(0, 0, 0, false);
        for (String layer : new String[] {"dense1", "dense2", "conv1", "conv2", "conv3"}) {
            INDArray weight = graph.getParam(layer + "_W");
            INDArray bias = graph.getParam(layer + "_b");
            if (graph.getConfiguration().getVertices().containsKey(layer + "_norm")) {
                String norm = layer + "_norm_";
                INDArray scale = graph.getParam(norm + "gamma")
                        .div(Transforms.sqrt(graph.getParam(norm + "var").add(Layers.NORM_EPSILON)));
                // a dense layer's outputs are its columns, a convolution's its first axis
                weight = weight.mul(
                        weight.rank() == 2
                                ? scale.reshape(1, scale.length()).broadcast(weight.shape())
                                : scale.reshape(scale.length(), 1, 1, 1).broadcast(weight.shape()));
                bias = bias.reshape(scale.shape())
                        .sub(graph.getParam(norm + "mean"))
                        .mul(scale)
                        .add(graph.getParam(norm + "beta"));
            }
            folded.getParam(layer + "_W").assign(weight);
            INDArray target = folded.getParam(layer + "_b");
            target.assign(bias.reshape(target.shape()));
        }
        return new Generator(folded.freeze());
    }

    /**
     * @param training whether batch norm goes by the batch and dropout drops; otherwise by the running averages
     * @param z latent vectors, [N, 100]
     * @param age one-hot groups, [N, 6]
     * @return RGB faces, [N, 3, 64, 64], in [-1, 1]; valid until the next call
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public INDArray generate(boolean training, INDArray z, INDArray age) {
        requireFit(z, age);
        return graph.forward(training, z, age);
    }

    /**
     * What the dense layers make of z and y: the features that {@link #upsampler} makes the faces of.
     *
     * @param z latent vectors, [N, 100]
     * @param age one-hot groups, [N, 6]
     * @return [N, 256, 8, 8], a copy
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public INDArray seeds(INDArray z, INDArray age) {
        requireFit(z, age);
        return Objects.requireNonNull(
                        graph.feedForward(new INDArray[] {z, age}, false, false).get("seed"))
                .dup('c');
    }

    /** The convolutional half of a {@link #folded} generator, made when it is first asked for. */
    public Upsampler upsampler() {
        if (upsampler == null) {
            upsampler = Upsampler.of(graph);
        }
        return upsampler;
    }

    private static void requireFit(INDArray z, INDArray age) {
        if (z.rank() != 2 || z.size(1) != LATENT || age.size(1) != AgeGroup.COUNT || z.size(0) != age.size(0)) {
            throw new IllegalArgumentException("wanted z [N, 100] and age [N, 6], got " + z.shapeInfoToString()
                    + " and " + age.shapeInfoToString());
        }
    }

    /**
     * Sends the gradient of a loss on the generated faces back.
     *
     * @param faceGradient [N, 3, 64, 64]
     * @return the gradient at z, [N, 100]
     */
    public INDArray backward(INDArray faceGradient) {
        graph.backward(faceGradient);
        return graph.inputGradient("z");
    }

    @Override
    public DifferentiableGraph graph() {
        return graph;
    }
}
