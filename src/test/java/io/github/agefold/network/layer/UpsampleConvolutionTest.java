package io.github.agefold.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.network.DifferentiableGraph;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The folded layer against DL4J's own upsampling and 5x5 convolution. */
class UpsampleConvolutionTest {
    private static final int IN = 5;
    private static final int OUT = 3;

    private final DifferentiableGraph plain = StackedLayers.graph(
            new Upsampling2D.Builder(2).build(),
            new org.deeplearning4j.nn.conf.layers.ConvolutionLayer.Builder(5, 5)
                    .nIn(IN)
                    .nOut(OUT)
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(new ActivationTanH())
                    .build());
    private final DifferentiableGraph folded =
            StackedLayers.graph(new UpsampleConvolution(IN, OUT, new ActivationTanH()));
    private final INDArray in = Nd4j.randn(2, IN, 6, 7);
    private final INDArray outGradient = Nd4j.randn(2, OUT, 12, 14);

    @BeforeEach
    void shareParameters() {
        plain.params().assign(Nd4j.randn(plain.params().shape()).mul(0.1));
        folded.params().assign(plain.params());
    }

    @Test
    void forwardPassesAgree() {
        assertThat(difference(plain.forward(true, in), folded.forward(true, in)))
                .isLessThan(1e-4);
    }

    @Test
    void gradientsAgree() {
        for (DifferentiableGraph graph : new DifferentiableGraph[] {plain, folded}) {
            graph.forward(true, in);
            graph.backward(outGradient);
        }
        assertThat(difference(plain.gradients(), folded.gradients())).isLessThan(1e-4);
        assertThat(difference(plain.inputGradient("x"), folded.inputGradient("x")))
                .isLessThan(1e-4);
    }

    @Test
    void frozenLayerHasTheSameGradientAtItsInput() {
        folded.forward(true, in);
        folded.backward(outGradient);
        INDArray expected = folded.inputGradient("x").dup();
        folded.freeze();
        folded.forward(false, in);
        folded.backward(outGradient);
        assertThat(difference(expected, folded.inputGradient("x"))).isLessThan(1e-5);
    }

    private static double difference(INDArray a, INDArray b) {
        return a.sub(b.reshape(a.shape())).amaxNumber().doubleValue();
    }
}
