package io.github.agefold.network;

import io.github.agefold.network.layer.Sum;
import io.github.agefold.weights.WeightsException;
import io.github.agefold.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Tells how old a face looks, in years, by the tiny Xception network of face-api. On UTKFace it is off by 5.6 years on average; past
 * sixty it tends to say less.
 */
public final class AgeEstimator {
    private static final int SIDE = 112;
    private static final int STEM_CHANNELS = 32;
    private static final int[] REDUCTION_CHANNELS = {64, 128};
    private static final int MAIN_BLOCKS = 2;
    private static final int SEPARABLES_PER_MAIN_BLOCK = 3;
    private static final int[] EXIT_CHANNELS = {256, 512};

    private final FaceInput input = new FaceInput(SIDE);
    private final DifferentiableGraph graph;

    private AgeEstimator(DifferentiableGraph graph) {
        this.graph = graph;
    }

    /**
     * Reads the network from age-estimator.safetensors.
     *
     * @throws WeightsException if the file is absent or holds another network
     * @throws IOException if it cannot be read
     */
    public static AgeEstimator load(Path weightsFile) throws IOException {
        DifferentiableGraph graph = graph();
        PretrainedWeights.assignAll(WeightsFile.read(weightsFile), graph);
        return new AgeEstimator(graph.freeze());
    }

    private static DifferentiableGraph graph() {
        Layers layers = new Layers(0, 0, "x").convolution("stem", 3, STEM_CHANNELS, 3, 2, new ActivationReLU());
        int in = STEM_CHANNELS;
        for (int i = 0; i < REDUCTION_CHANNELS.length; i++) {
            reduction(layers, "reduction" + (i + 1), in, REDUCTION_CHANNELS[i], i > 0);
            in = REDUCTION_CHANNELS[i];
        }
        for (int i = 1; i <= MAIN_BLOCKS; i++) {
            main(layers, "main" + i, in);
        }
        reduction(layers, "reduction3", in, EXIT_CHANNELS[0], true);
        return layers.separable("exit", EXIT_CHANNELS[0], EXIT_CHANNELS[1], 1, new ActivationReLU())
                .average("average")
                .dense("age", EXIT_CHANNELS[1], 1, Layers.linear())
                .build();
    }

    /** Halves the side: two separable convolutions and a pool, beside a plain shortcut. */
    private static void reduction(Layers layers, String name, int in, int out, boolean rectifiesFirst) {
        String before = layers.top();
        if (rectifiesFirst) {
            layers.vertex(name + "_relu", new Sum(true), before);
        }
        layers.separable(name + "_separable1", in, out, 1, new ActivationReLU())
                .separable(name + "_separable2", out, out, 1, Layers.linear())
                .pooling(name + "_pool", PoolingType.MAX, 3, 2, ConvolutionMode.Same)
                .from(before)
                .convolution(name + "_shortcut", in, out, 1, 2, Layers.linear())
                .vertex(name, new Sum(false), name + "_pool", name + "_shortcut");
    }

    /** Three separable convolutions, each behind a ReLU, beside the input itself. */
    private static void main(Layers layers, String name, int channels) {
        String before = layers.top();
        layers.vertex(name + "_relu", new Sum(true), before);
        for (int i = 1; i <= SEPARABLES_PER_MAIN_BLOCK; i++) {
            boolean last = i == SEPARABLES_PER_MAIN_BLOCK;
            layers.separable(
                    name + "_separable" + i, channels, channels, 1, last ? Layers.linear() : new ActivationReLU());
        }
        layers.vertex(name, new Sum(false), layers.top(), before);
    }

    /**
     * @param faces RGB, [N, 3, S, S], in [-1, 1]
     * @return ages in years, one a face
     * @throws IllegalArgumentException if the faces are not square or not RGB
     */
    public float[] estimate(INDArray faces) {
        return ages(faces).toFloatVector();
    }

    /**
     * @param faces RGB, [N, 3, S, S], in [-1, 1]
     * @return ages in years, [N, 1]; valid until the next call
     * @throws IllegalArgumentException if the faces are not square or not RGB
     */
    public INDArray ages(INDArray faces) {
        return graph.forward(false, input.forward(faces));
    }

    /**
     * Sends the gradient of a loss on the ages of the last {@link #ages} back.
     *
     * @param ageGradient [N, 1]
     * @return the gradient at the faces, [N, 3, S, S]
     */
    public INDArray backward(INDArray ageGradient) {
        graph.backward(ageGradient);
        return input.backward(graph.inputGradient("x"));
    }
}
