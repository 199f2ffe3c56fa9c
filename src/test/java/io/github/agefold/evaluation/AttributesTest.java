package io.github.agefold.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttributesTest {
    @Test
    void utkFaceNamesTellGenderAndRace() {
        assertThat(Attributes.of("27_1_2_20170110.jpg.chip.jpg"))
                .containsEntry("gender", "female")
                .containsEntry("race", "Asian");
    }

    @Test
    void nameThatLacksAFieldTellsNothing() {
        assertThat(Attributes.of("61_1_20170109142408075.jpg.chip.jpg")).isEmpty();
        assertThat(Attributes.of("nm0000001_rm124825600_1899-5-10_1968.jpg")).isEmpty();
    }
}
