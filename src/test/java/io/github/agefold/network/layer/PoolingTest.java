package io.github.agefold.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.agefold.network.DifferentiableGraph;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Pooling by hand, and against DL4J's own layer. */
class PoolingTest {
    @Test
    void largestOfEachWindowByHand() {
        DifferentiableGraph graph = StackedLayers.graph(new Pooling(PoolingType.MAX, 2, 2, ConvolutionMode.Same));
        // the last column's windows hang over the edge: only what is there counts
        INDArray in =
                Nd4j.createFromArray(new float[][] {{1, 2, -5}, {4, 3, -6}}).reshape(1, 1, 2, 3);
        assertThat(graph.forward(true, in).reshape(2).toFloatVector()).containsExactly(4, -5);
        graph.backward(Nd4j.createFromArray(new float[] {10, 20}).reshape(1, 1, 1, 2));
        assertThat(graph.inputGradient("x").reshape(6).toFloatVector()).containsExactly(0, 0, 20, 10, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"MAX,3,2,Same,14", "MAX,3,2,Truncate,12", "AVG,2,2,Truncate,9", "MAX,3,2,Same,7"})
    void passesAgreeWithDl4j(PoolingType type, int kernel, int stride, ConvolutionMode mode, int side) {
        DifferentiableGraph expected = StackedLayers.graph(new SubsamplingLayer.Builder(type)
                .kernelSize(kernel, kernel)
                .stride(stride, stride)
                .convolutionMode(mode)
                .build());
        DifferentiableGraph actual = StackedLayers.graph(new Pooling(type, kernel, stride, mode));
        INDArray in = Nd4j.randn(2, 8, side, side);
        INDArray out = expected.forward(true, in);
        assertThat(difference(out, actual.forward(true, in))).isLessThan(1e-6);
        INDArray outGradient = Nd4j.randn(out.shape());
        expected.backward(outGradient.dup());
        actual.backward(outGradient.dup());
        assertThat(difference(expected.inputGradient("x"), actual.inputGradient("x")))
                .isLessThan(1e-6);
    }

    @Test
    void otherPoolingIsRefused() {
        assertThatThrownBy(() -> new Pooling(PoolingType.SUM, 2, 2, ConvolutionMode.Same))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double difference(INDArray a, INDArray b) {
        return a.sub(b).amaxNumber().doubleValue();
    }
}
