package io.github.agefold.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class AdamTest {
    @Test
    void firstStepIsTheLearningRateAgainstTheSignOfTheGradient() {
        INDArray parameters = Nd4j.createFromArray(1f, 1f, 1f);
        new Adam(0.1, parameters).update(Nd4j.createFromArray(2f, -0.5f, 0f), 0);
        assertThat(parameters.toFloatVector()).containsExactly(new float[] {0.9f, 1.1f, 1}, within(1e-5f));
    }

    @Test
    void secondStepWeighsBothGradients() {
        INDArray parameters = Nd4j.createFromArray(0f);
        Adam adam = new Adam(0.1, parameters);
        adam.update(Nd4j.createFromArray(1f), 0);
        adam.update(Nd4j.createFromArray(3f), 1);
        // by hand: m = 0.5 * 0.5 + 0.5 * 3 = 1.75, corrected by 0.75; v = 0.000999 + 0.009, corrected by 0.001999
        double second = 0.1 * (1.75 / 0.75) / Math.sqrt(0.009999 / 0.001999);
        assertThat(parameters.getFloat(0)).isCloseTo((float) (-0.1 - second), within(1e-5f));
    }

    @Test
    void everyBlockOfALongRowMoves() {
        INDArray parameters = Nd4j.zeros(20_001);
        new Adam(0.1, parameters).update(Nd4j.ones(20_001), 0);
        assertThat(parameters.maxNumber().floatValue()).isCloseTo(-0.1f, within(1e-5f));
        assertThat(parameters.minNumber().floatValue()).isCloseTo(-0.1f, within(1e-5f));
    }
}
