package io.github.agefold.network;

import io.github.agefold.network.layer.Dense;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** E(x): approximates the latent vector that the generator would make a face from. 18,287,268 parameters. */
public final class Encoder implements TrainableNetwork {
    private static final int KERNEL = 5;
    private static final int STRIDE = 2;
    private static final int[] CHANNELS = {32, 64, 128, 256};
    private static final int FINAL_SIDE = 4;
    private static final int HIDDEN = 4096;
    private static final double MOMENTUM = 0.99;

    private final DifferentiableGraph graph;

    private Encoder(DifferentiableGraph graph) {
        this.graph = graph;
    }

    /**
     * An encoder with fresh weights.
     *
     * @param seed of the weights
     * @param learningRate of Adam
     */
    public static Encoder create(long seed, double learningRate) {
        Layers layers = new Layers(seed, learningRate, "x")
                .convolution("conv1", 3, CHANNELS[0], KERNEL, STRIDE, Layers.leaky());
        for (int i = 1; i < CHANNELS.length; i++) {
            String name = "conv" + (i + 1);
            layers.convolution(name, CHANNELS[i - 1], CHANNELS[i], KERNEL, STRIDE, Layers.linear())
                    .normAndLeaky(name + "_norm", CHANNELS[i], MOMENTUM);
        }
        int channels = CHANNELS[CHANNELS.length - 1];
        layers.layer(
                        "dense1",
                        new Dense(channels * FINAL_SIDE * FINAL_SIDE, HIDDEN, Layers.linear()),
                        new CnnToFeedForwardPreProcessor(FINAL_SIDE, FINAL_SIDE, channels))
                .normAndLeaky("dense1_norm", HIDDEN, MOMENTUM)
                .dense("dense2", HIDDEN, Generator.LATENT, Layers.linear());
        return new Encoder(layers.build());
    }

    /**
     * @param training whether batch norm goes by the batch; otherwise by the running averages
     * @param faces [N, 3, 64, 64], in [-1, 1]
     * @return z0, [N, 100]; valid until the next call
     */
    public INDArray approximate(boolean training, INDArray faces) {
        return graph.forward(training, faces);
    }

    /**
     * Sends the gradient of a loss on z0 back.
     *
     * @param latentGradient [N, 100]
     */
    public void backward(INDArray latentGradient) {
        graph.backward(latentGradient);
    }

    @Override
    public DifferentiableGraph graph() {
        return graph;
    }
}
