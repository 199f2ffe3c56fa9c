package io.github.agefold.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.network.DifferentiableGraph;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Batch norm by hand, and against DL4J's own layers. */
class NormLeakyTest {
    private static final double EPSILON = 1e-3;
    private static final double SLOPE = 0.2;

    @Test
    void twoNumbersAreNormalisedByHand() {
        DifferentiableGraph graph = StackedLayers.graph(new NormLeaky(1, 0.9, 0, SLOPE));
        INDArray out = graph.forward(true, Nd4j.createFromArray(new float[][] {{1}, {5}}));
        // mean 3, deviation 2: -1 and 1, and LeakyReLU takes a fifth of the negative one
        assertThat(out.toFloatVector()).containsExactly(new float[] {-0.2f, 1}, within(1e-6f));
    }

    @Test
    void runningAveragesMoveTowardsTheBatch() {
        DifferentiableGraph graph = StackedLayers.graph(new NormLeaky(1, 0.9, 0, SLOPE));
        graph.forward(true, Nd4j.createFromArray(new float[][] {{1}, {5}}));
        graph.backward(Nd4j.zeros(2, 1));
        graph.update();
        assertThat(graph.getParam("layer0_mean").getFloat(0)).isCloseTo(0.3f, within(1e-6f));
        assertThat(graph.getParam("layer0_var").getFloat(0)).isCloseTo(1.3f, within(1e-6f));
    }

    @Test
    void imagesAgreeWithDl4jForwardAndBackward() {
        compare(Nd4j.randn(4, 3, 5, 6).muli(2).addi(0.5), 3);
    }

    @Test
    void rowsAgreeWithDl4jForwardAndBackward() {
        compare(Nd4j.randn(7, 4).muli(3).subi(1), 4);
    }

    private static void compare(INDArray in, int channels) {
        DifferentiableGraph ours = StackedLayers.graph(new NormLeaky(channels, 0.9, EPSILON, SLOPE));
        DifferentiableGraph theirs = StackedLayers.graph(
                new BatchNormalization.Builder()
                        .nIn(channels)
                        .nOut(channels)
                        .decay(0.9)
                        .eps(EPSILON)
                        .useLogStd(false)
                        .build(),
                new ActivationLayer.Builder()
                        .activation(new ActivationLReLU(SLOPE))
                        .build());
        for (DifferentiableGraph graph : new DifferentiableGraph[] {ours, theirs}) {
            graph.getParam("layer0_gamma").assign(1.5);
            graph.getParam("layer0_beta").assign(-0.25);
        }
        assertThat(difference(ours.forward(true, in), theirs.forward(true, in))).isLessThan(1e-5);
        INDArray outGradient = Nd4j.randn(in.shape());
        ours.backward(outGradient);
        theirs.backward(outGradient);
        assertThat(difference(ours.inputGradient("x"), theirs.inputGradient("x")))
                .isLessThan(1e-4);
        for (String key : new String[] {"gamma", "beta", "mean", "var"}) {
            assertThat(difference(
                            ours.gradient().getGradientFor("layer0_" + key),
                            theirs.gradient().getGradientFor("layer0_" + key)))
                    .as(key)
                    .isLessThan(1e-3);
        }
    }

    private static double difference(INDArray a, INDArray b) {
        return a.sub(b.reshape(a.shape())).amaxNumber().doubleValue();
    }
}
