package io.github.agefold.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AgeGroupTest {
    @Test
    void bordersBelongToThePapersGroups() {
        assertThat(AgeGroup.of(0)).isEqualTo(AgeGroup.UNDER_19);
        assertThat(AgeGroup.of(18)).isEqualTo(AgeGroup.UNDER_19);
        assertThat(AgeGroup.of(19)).isEqualTo(AgeGroup.FROM_19);
        assertThat(AgeGroup.of(29)).isEqualTo(AgeGroup.FROM_19);
        assertThat(AgeGroup.of(30)).isEqualTo(AgeGroup.FROM_30);
        assertThat(AgeGroup.of(49)).isEqualTo(AgeGroup.FROM_40);
        assertThat(AgeGroup.of(59)).isEqualTo(AgeGroup.FROM_50);
        assertThat(AgeGroup.of(60)).isEqualTo(AgeGroup.FROM_60);
        assertThat(AgeGroup.of(116)).isEqualTo(AgeGroup.FROM_60);
    }

    @Test
    void anEstimateCountsByItsCompletedYears() {
        assertThat(AgeGroup.of(18.99)).isEqualTo(AgeGroup.UNDER_19);
        assertThat(AgeGroup.of(59.5)).isEqualTo(AgeGroup.FROM_50);
    }

    @Test
    void agesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AgeGroup.of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> AgeGroup.of(Double.NaN));
    }

    @Test
    void conditionIsSixWideWhateverTheGroup() {
        assertThat(AgeGroup.FROM_40.oneHot()).containsExactly(0, 0, 0, 1, 0, 0);
    }

    @Test
    void idsAreFitForFileNames() {
        assertThat(AgeGroup.UNDER_19.id()).isEqualTo("0-18");
        assertThat(AgeGroup.FROM_60.id()).isEqualTo("60plus");
    }
}
