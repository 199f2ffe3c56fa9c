package io.github.agefold.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.age.AgeGroup;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class AgeLossTest {
    @Test
    void ageWellInsideItsGroupCostsNothing() {
        AgeLoss loss = of(35, AgeGroup.FROM_30);
        assertThat(loss.value()).isZero();
        assertThat(loss.gradient().getFloat(0)).isZero();
    }

    @Test
    void tenYearsTooYoungCostOne() {
        AgeLoss loss = of(22, AgeGroup.FROM_30);
        assertThat(loss.value()).isCloseTo(1, within(1e-6));
        assertThat(loss.gradient().getFloat(0)).isCloseTo(-0.2f, within(1e-6f));
    }

    @Test
    void tooOldIsPulledDown() {
        AgeLoss loss = of(43, AgeGroup.FROM_30);
        assertThat(loss.value()).isCloseTo(0.25, within(1e-6));
        assertThat(loss.gradient().getFloat(0)).isCloseTo(0.1f, within(1e-6f));
    }

    @Test
    void firstAndLastGroupAreOpenToOneSide() {
        assertThat(of(1, AgeGroup.UNDER_19).value()).isZero();
        assertThat(of(99, AgeGroup.FROM_60).value()).isZero();
    }

    private static AgeLoss of(float age, AgeGroup group) {
        return AgeLoss.of(
                Nd4j.createFromArray(new float[][] {{age}}), Nd4j.createFromArray(new float[][] {group.oneHot()}), 1);
    }
}
