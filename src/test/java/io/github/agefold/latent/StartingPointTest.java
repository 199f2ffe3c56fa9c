package io.github.agefold.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class StartingPointTest {
    private static final INDArray Z0 = Nd4j.createFromArray(new float[][] {{1, -2, 0, 0.5f}});
    private static final INDArray Z = Nd4j.createFromArray(new float[][] {{3, -2, 1, 0.5f}});

    @Test
    void costIsTheWeightedMeanSquaredDifference() {
        assertThat(new StartingPoint(Z0, 0.1).cost(Z)).isCloseTo(0.1 * (4 + 1) / 4, within(1e-6));
    }

    @Test
    void gradientIsTheCostsSlope() {
        INDArray gradient = new StartingPoint(Z0, 0.1).gradient(Z);
        assertThat(gradient.toFloatVector()).containsExactly(new float[] {0.1f, 0, 0.05f, 0}, within(1e-6f));
    }
}
