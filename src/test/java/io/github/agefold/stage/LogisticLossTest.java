package io.github.agefold.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class LogisticLossTest {
    @Test
    void zeroLogitsCostTheLogarithmOfTwo() {
        LogisticLoss loss = LogisticLoss.of(Nd4j.createFromArray(new float[][] {{0}, {0}}), 1, 1);
        assertThat(loss.value()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(loss.probability()).isEqualTo(0.5);
        assertThat(loss.gradient().toFloatVector()).containsExactly(-0.25f, -0.25f);
    }

    @Test
    void smoothedTargetIsReachedWhereTheSigmoidEqualsIt() {
        float logit = (float) Math.log(0.9 / 0.1);
        LogisticLoss loss = LogisticLoss.of(Nd4j.createFromArray(new float[][] {{logit}}), 0.9, 1);
        assertThat(loss.gradient().getFloat(0)).isCloseTo(0, within(1e-6f));
        assertThat(loss.value()).isCloseTo(-0.9 * Math.log(0.9) - 0.1 * Math.log(0.1), within(1e-6));
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        LogisticLoss loss = LogisticLoss.of(Nd4j.createFromArray(new float[][] {{500}, {-500}}), 0, 1);
        assertThat(loss.value()).isCloseTo(250, within(1e-6));
    }

    @Test
    void weightScalesLossAndGradient() {
        LogisticLoss loss = LogisticLoss.of(Nd4j.createFromArray(new float[][] {{0}}), 1, 0.5);
        assertThat(loss.value()).isCloseTo(0.5 * Math.log(2), within(1e-12));
        assertThat(loss.gradient().getFloat(0)).isEqualTo(-0.25f);
    }
}
