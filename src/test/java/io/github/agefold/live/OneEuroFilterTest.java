package io.github.agefold.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OneEuroFilterTest {
    private static final double STRIP = 1.0 / 15;

    @Test
    void firstValueComesOutAsItIs() {
        assertThat(new OneEuroFilter(1, 0).filter(new float[] {3, -4}, 7)).containsExactly(3, -4);
    }

    @Test
    void withoutGainItIsAFirstOrderLowPass() {
        OneEuroFilter filter = new OneEuroFilter(1, 0);
        filter.filter(new float[] {0}, 0);

        // share = 1 / (1 + 1 / (2 pi 1 Hz 0.5 s)) = 1 / (1 + 0.31831) = 0.75855
        assertThat(filter.filter(new float[] {1}, 0.5)[0]).isCloseTo(0.75855f, within(1e-4f));
        // 0.75855 + 0.75855 (1 - 0.75855) = 0.94170
        assertThat(filter.filter(new float[] {1}, 1)[0]).isCloseTo(0.94170f, within(1e-4f));
    }

    @Test
    void speedRaisesTheCutoff() {
        OneEuroFilter filter = new OneEuroFilter(1, 2);
        filter.filter(new float[] {0, 0}, 0);

        // speed's share at 1 Hz 0.75855, speed 0.75855 * 1 / 0.5 = 1.5171 in one of two: root mean square 1.07275
        // cut-off 1 + 2 * 1.07275 = 3.14550 Hz, share 1 / (1 + 1 / (2 pi 3.14550 * 0.5)) = 0.90811
        float[] filtered = filter.filter(new float[] {1, 0}, 0.5);

        assertThat(filtered[0]).isCloseTo(0.90811f, within(1e-4f));
        assertThat(filtered[1]).isZero();
    }

    @Test
    void noiseOfAStillFaceIsDamped() {
        Random random = new Random(1);
        Steadying steadying = new Steadying();
        double raw = 0;
        double steady = 0;
        float[] before = null;
        float[] steadyBefore = null;
        for (int i = 0; i < 90; i++) {
            float[] z = noise(random, 0.1);
            float[] filtered = steadying.steady(1, z, i * STRIP, 0.5);
            if (i > 30) {
                raw += distance(z, before);
                steady += distance(filtered, steadyBefore);
            }
            before = z;
            steadyBefore = filtered;
        }
        assertThat(steady).isLessThan(0.35 * raw);
    }

    @Test
    void turnedHeadShowsWithinTwoHundredMilliseconds() {
        Steadying steadying = new Steadying();
        Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            steadying.steady(
                    1, noise(random, 0.1), i * STRIP, LiveOptions.defaults().steadiness());
        }
        float[] z = {};
        // the third strip after the turn is 200 ms after it
        for (int i = 30; i < 33; i++) {
            z = noise(random, 0.1);
            for (int j = 0; j < z.length; j++) {
                z[j] += 1;
            }
            z = steadying.steady(1, z, i * STRIP, LiveOptions.defaults().steadiness());
        }
        double mean = 0;
        for (float value : z) {
            mean += value / z.length;
        }
        assertThat(mean).isGreaterThan(0.85);
    }

    @Test
    void facesHaveFiltersOfTheirOwn() {
        Steadying steadying = new Steadying();
        steadying.steady(1, new float[] {0}, 0, 1);
        assertThat(steadying.steady(2, new float[] {5}, 0.1, 1)).containsExactly(5);
        assertThat(steadying.steady(1, new float[] {5}, 0.1, 1)[0]).isLessThan(5);
    }

    @Test
    void atNoSteadinessZPassesThrough() {
        Steadying steadying = new Steadying();
        steadying.steady(1, new float[] {0}, 0, 0);
        assertThat(steadying.steady(1, new float[] {5}, 0.1, 0)).containsExactly(5);
    }

    @Test
    void impossibleConstantsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OneEuroFilter(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new OneEuroFilter(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LiveOptions(Following.ONE, 1.1));
    }

    private static float[] noise(Random random, double deviation) {
        float[] z = new float[100];
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) (deviation * random.nextGaussian());
        }
        return z;
    }

    private static double distance(float[] a, float[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }
}
