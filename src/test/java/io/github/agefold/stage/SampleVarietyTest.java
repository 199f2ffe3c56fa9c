package io.github.agefold.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SampleVarietyTest {
    /** Three rows of two: the first column differs from row to row, as photos do; the second does not. */
    @Test
    void rowsThatShowTheSameAreIdenticalInThatColumnAlone() {
        INDArray samples = Nd4j.zeros(6, 3, 64, 64);
        for (int row = 0; row < 3; row++) {
            samples.slice(2L * row).assign(row);
        }
        assertThat(SampleVariety.areIdentical(samples, 2, 0)).isFalse();
        assertThat(SampleVariety.areIdentical(samples, 2, 1)).isTrue();
    }

    @Test
    void oneRowIsNeverIdentical() {
        assertThat(SampleVariety.areIdentical(Nd4j.zeros(2, 3, 64, 64), 2, 1)).isFalse();
    }
}
