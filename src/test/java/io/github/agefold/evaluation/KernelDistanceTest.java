package io.github.agefold.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KernelDistanceTest {
    @Test
    void smallSetsGiveWhatAHandWorksOut() {
        // kernels: within a (1 * 0 + 1)^3 = 1, within b (2 * 2 + 1)^3 = 125, across (2 + 1)^3 = 27 twice and 1 twice
        List<float[]> a = List.of(new float[] {1}, new float[] {0});
        List<float[]> b = List.of(new float[] {2}, new float[] {2});
        assertThat(KernelDistance.between(a, b)).isCloseTo(1 + 125 - 2 * 14.0, within(1e-9));
    }

    @Test
    void setsOfOneKindAreNearerThanSetsOfTwo() {
        List<float[]> a = normal(1, 0);
        List<float[]> same = normal(2, 0);
        List<float[]> shifted = normal(3, 1);
        assertThat(Math.abs(KernelDistance.between(a, same))).isLessThan(0.1);
        assertThat(KernelDistance.between(a, shifted)).isGreaterThan(1);
    }

    @Test
    void onePictureIsTooFew() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelDistance.between(List.of(new float[] {1}), normal(1, 0)))
                .withMessageContaining("at least two pictures");
    }

    private static List<float[]> normal(long seed, double mean) {
        Random random = new Random(seed);
        List<float[]> set = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            float[] vector = new float[8];
            for (int j = 0; j < vector.length; j++) {
                vector[j] = (float) (random.nextGaussian() + mean);
            }
            set.add(vector);
        }
        return set;
    }
}
