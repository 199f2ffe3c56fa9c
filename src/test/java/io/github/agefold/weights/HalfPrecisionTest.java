package io.github.agefold.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfPrecisionTest {
    @Test
    void knownNumbersHaveTheirKnownBits() {
        assertThat(HalfPrecision.fromFloat(1)).isEqualTo((short) 0x3c00);
        assertThat(HalfPrecision.fromFloat(-2)).isEqualTo((short) 0xc000);
        assertThat(HalfPrecision.fromFloat(65504)).isEqualTo((short) 0x7bff);
        assertThat(HalfPrecision.fromFloat(0x1p-24f)).isEqualTo((short) 1);
        assertThat(HalfPrecision.fromFloat(Float.POSITIVE_INFINITY)).isEqualTo((short) 0x7c00);
        assertThat(HalfPrecision.toFloat((short) 0x3555)).isEqualTo(1365 / 4096f);
    }

    @Test
    void everyHalfComesBackFromItsFloat() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = HalfPrecision.toFloat((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(HalfPrecision.fromFloat(value)).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void whatLiesBetweenGoesToTheNearest() {
        float step = 0x1p-10f;
        assertThat(HalfPrecision.toFloat(HalfPrecision.fromFloat(1 + 0.4f * step)))
                .isEqualTo(1);
        assertThat(HalfPrecision.toFloat(HalfPrecision.fromFloat(1 + 0.6f * step)))
                .isEqualTo(1 + step);
        assertThat(HalfPrecision.fromFloat(70000)).isEqualTo((short) 0x7c00);
        assertThat(HalfPrecision.toFloat(HalfPrecision.fromFloat(Float.NaN))).isNaN();
    }
}
