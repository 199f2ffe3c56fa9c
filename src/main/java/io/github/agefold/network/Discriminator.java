package io.github.agefold.network;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.network.layer.Dense;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * D(x, y): how likely a face is a real one of its age group. 1,569,665 parameters. It ends in the logit; the sigmoid is part of
 * the loss, where it cannot overflow.
 */
public final class Discriminator implements TrainableNetwork {
    private static final int KERNEL = 3;
    private static final int STRIDE = 2;
    private static final int CONDITION_SIDE = 32;
    private static final int FINAL_SIDE = 4;
    private static final int[] CHANNELS = {64, 128, 256, 512};
    private static final double MOMENTUM = 0.99;

    private final DifferentiableGraph graph;

    private Discriminator(DifferentiableGraph graph) {
        this.graph = graph;
    }

    /**
     * A discriminator with fresh weights.
     *
     * @param seed of the weights
     * @param learningRate of Adam
     */
    public static Discriminator create(long seed, double learningRate) {
        Layers layers = new Layers(seed, learningRate, "x", "y")
                .convolution("conv1", 3, CHANNELS[0], KERNEL, STRIDE, Layers.leaky())
                .vertex("conv1_y", new MergeVertex(), "conv1", "y");
        int in = CHANNELS[0] + AgeGroup.COUNT;
        for (int i = 1; i < CHANNELS.length; i++) {
            String name = "conv" + (i + 1);
            layers.convolution(name, in, CHANNELS[i], KERNEL, STRIDE, Layers.linear())
                    .normAndLeaky(name + "_norm", CHANNELS[i], MOMENTUM);
            in = CHANNELS[i];
        }
        layers.layer(
                "dense",
                new Dense(in * FINAL_SIDE * FINAL_SIDE, 1, Layers.linear()),
                new CnnToFeedForwardPreProcessor(FINAL_SIDE, FINAL_SIDE, in));
        return new Discriminator(layers.build());
    }

    /**
     * @param faces [N, 3, 64, 64], in [-1, 1]
     * @param age one-hot groups, [N, 6]
     * @return logits, [N, 1]: above 0 where D takes the face for real
     */
    public INDArray judge(boolean training, INDArray faces, INDArray age) {
        return graph.forward(training, faces, tile(age));
    }

    /**
     * Sends the gradient of a loss on the logits back.
     *
     * @param logitGradient [N, 1]
     * @return the gradient at the faces, [N, 3, 64, 64]
     */
    public INDArray backward(INDArray logitGradient) {
        graph.backward(logitGradient);
        return graph.inputGradient("x");
    }

    /**
     * The same for another network's sake: D's own gradients are left out, so D cannot be updated afterwards.
     *
     * @param logitGradient [N, 1]
     * @return the gradient at the faces, [N, 3, 64, 64]
     */
    public INDArray backwardToFaces(INDArray logitGradient) {
        graph.backwardToInputs(logitGradient);
        return graph.inputGradient("x");
    }

    /** [N, 6] to [N, 6, 32, 32]: each group's number spread over the plane that is stacked on the first convolution's. */
    private static INDArray tile(INDArray age) {
        long n = age.size(0);
        INDArray planes = Nd4j.createUninitialized(age.dataType(), n, AgeGroup.COUNT, CONDITION_SIDE, CONDITION_SIDE);
        return planes.assign(age.reshape(n, AgeGroup.COUNT, 1, 1).broadcast(planes.shape()));
    }

    @Override
    public DifferentiableGraph graph() {
        return graph;
    }
}
