package io.github.agefold.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.network.DifferentiableGraph;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Convolutions on oneDNN against DL4J's own layer, forward and backward. */
class ConvolutionTest {
    private static final int IN = 5;
    private static final int OUT = 11;

    static Stream<Arguments> convolutions() {
        return Stream.of(
                Arguments.of(3, 1, ConvolutionMode.Same, new ActivationIdentity()),
                Arguments.of(3, 2, ConvolutionMode.Same, new ActivationLReLU(0.2)),
                Arguments.of(5, 2, ConvolutionMode.Same, new ActivationReLU()),
                Arguments.of(7, 2, ConvolutionMode.Truncate, new ActivationReLU()),
                Arguments.of(1, 2, ConvolutionMode.Same, new ActivationIdentity()),
                Arguments.of(3, 1, ConvolutionMode.Truncate, new ActivationTanH()));
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void passesAgreeWithDl4j(int kernel, int stride, ConvolutionMode mode, IActivation activation) {
        DifferentiableGraph expected = StackedLayers.graph(new ConvolutionLayer.Builder(kernel, kernel)
                .stride(stride, stride)
                .nIn(IN)
                .nOut(OUT)
                .convolutionMode(mode)
                .activation(activation)
                .build());
        DifferentiableGraph actual = StackedLayers.graph(new Convolution(IN, OUT, kernel, stride, mode, activation));
        expected.params().assign(Nd4j.randn(expected.params().shape()).mul(0.1));
        actual.params().assign(expected.params());
        // two sizes one after the other, and the first again: each has its own plan
        for (int side : new int[] {16, 13, 16}) {
            INDArray in = Nd4j.randn(2, IN, side, side);
            INDArray out = expected.forward(true, in).dup();
            assertThat(difference(out, actual.forward(true, in))).isLessThan(1e-4);
            INDArray outGradient = Nd4j.randn(out.shape());
            expected.backward(outGradient.dup());
            actual.backward(outGradient.dup());
            assertThat(difference(expected.gradients(), actual.gradients())).isLessThan(1e-3);
            assertThat(difference(expected.inputGradient("x"), actual.inputGradient("x")))
                    .isLessThan(1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void inputGradientAloneIsTheSame(int kernel, int stride, ConvolutionMode mode, IActivation activation) {
        DifferentiableGraph graph = StackedLayers.graph(new Convolution(IN, OUT, kernel, stride, mode, activation));
        INDArray in = Nd4j.randn(2, IN, 16, 16);
        INDArray outGradient = Nd4j.randn(graph.forward(true, in).shape());
        graph.backward(outGradient.dup());
        INDArray expected = graph.inputGradient("x").dup();
        graph.gradients().assign(7);
        graph.forward(true, in);
        graph.backwardToInputs(outGradient.dup());
        assertThat(graph.inputGradient("x")).isEqualTo(expected);
        assertThat(graph.gradients().minNumber().doubleValue())
                .as("the parameters' gradients are left alone")
                .isEqualTo(7);
    }

    private static double difference(INDArray a, INDArray b) {
        return a.sub(b.reshape(a.shape())).amaxNumber().doubleValue();
    }
}
