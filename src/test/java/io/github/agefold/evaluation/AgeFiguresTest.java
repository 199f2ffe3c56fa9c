package io.github.agefold.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.age.AgeGroup;
import org.junit.jupiter.api.Test;

class AgeFiguresTest {
    @Test
    void missIsTheYearsToTheNearestOfTheGroup() {
        assertThat(AgeFigures.miss(AgeGroup.FROM_30, 34)).isZero();
        assertThat(AgeFigures.miss(AgeGroup.FROM_30, 28.5)).isCloseTo(1.5, within(1e-9));
        assertThat(AgeFigures.miss(AgeGroup.FROM_30, 43)).isCloseTo(3, within(1e-9));
        assertThat(AgeFigures.miss(AgeGroup.FROM_60, 101)).isZero();
    }

    @Test
    void anAgeCountsByItsCompletedYears() {
        assertThat(AgeFigures.miss(AgeGroup.UNDER_19, 18.9)).isZero();
    }

    @Test
    void everyGroupWeighsTheSame() {
        AgeFigures.Sum sum = new AgeFigures.Sum();
        sum.add(AgeGroup.FROM_19, 25);
        sum.add(AgeGroup.FROM_19, 36);
        sum.add(AgeGroup.FROM_19, 37);
        sum.add(AgeGroup.FROM_60, 64);
        assertThat(sum.figures().accuracy()).isCloseTo((1.0 / 3 + 1) / 2, within(1e-9));
    }

    @Test
    void whatIsNoFaceLowersTheAccuracyAndStandsInTheLastColumn() {
        AgeFigures.Sum sum = new AgeFigures.Sum();
        sum.add(AgeGroup.FROM_19, 25);
        sum.add(AgeGroup.FROM_19, 36);
        sum.addNoFace(AgeGroup.FROM_19);
        AgeFigures figures = sum.figures();
        assertThat(figures.accuracy()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(figures.meanMiss()).isCloseTo(6.0 / 2, within(1e-9));
        assertThat(figures.confusion()[1]).containsExactly(0, 1, 1, 0, 0, 0, 1);
    }
}
