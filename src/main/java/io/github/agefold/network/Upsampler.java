package io.github.agefold.network;

import io.github.agefold.network.layer.UpsampleConvolution;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The convolutional half of a folded generator: from the seed, the 8x8 map of 256 features that its dense layers make of z and y, to the
 * face. Frozen; what is wanted of it are gradients at the seed.
 */
public final class Upsampler {
    /** Numbers in a seed: 256 x 8 x 8. */
    public static final int SEED = Generator.SEED_CHANNELS * Generator.SEED_SIDE * Generator.SEED_SIDE;

    private final DifferentiableGraph graph;

    private Upsampler(DifferentiableGraph graph) {
        this.graph = graph;
    }

    static Upsampler of(DifferentiableGraph folded) {
        Layers layers = new Layers(0, 0, "seed");
        int in = Generator.SEED_CHANNELS;
        for (int i = 0; i < Generator.CHANNELS.length; i++) {
            boolean last = i == Generator.CHANNELS.length - 1;
            layers.layer(
                    Generator.convolution(i),
                    new UpsampleConvolution(in, Generator.CHANNELS[i], last ? new ActivationTanH() : Layers.leaky()));
            in = Generator.CHANNELS[i];
        }
        DifferentiableGraph graph = layers.build();
        graph.paramTable().forEach((name, parameter) -> parameter.assign(folded.getParam(name)));
        return new Upsampler(graph.freeze());
    }

    /** A seed of {@link #SEED} numbers as {@link #upsample} wants it, [1, 256, 8, 8]. */
    public static INDArray seed(INDArray numbers) {
        return numbers.reshape('c', 1, Generator.SEED_CHANNELS, Generator.SEED_SIDE, Generator.SEED_SIDE);
    }

    /**
     * @param seeds [N, 256, 8, 8]
     * @return RGB faces, [N, 3, 64, 64], in [-1, 1]; valid until the next call
     */
    public INDArray upsample(INDArray seeds) {
        return graph.forward(false, seeds);
    }

    /**
     * Sends the gradient of a loss on the faces of the last {@link #upsample} back.
     *
     * @param faceGradient [N, 3, 64, 64]
     * @return the gradient at the seeds, [N, 256, 8, 8]
     */
    public INDArray backward(INDArray faceGradient) {
        graph.backward(faceGradient);
        return graph.inputGradient("seed");
    }
}
