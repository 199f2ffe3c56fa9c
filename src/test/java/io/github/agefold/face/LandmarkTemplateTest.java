package io.github.agefold.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LandmarkTemplateTest {
    /** No two points the same. */
    private static double[] points() {
        double[] points = new double[136];
        for (int i = 0; i < points.length; i++) {
            points[i] = i * i % 101 / 101.0;
        }
        return points;
    }

    @Test
    void faceThatIsTheTemplateMovedGivesThatMove() {
        Similarity move = new Similarity(150, 40, 300, 200);
        Similarity framing = new LandmarkTemplate(points()).framing(move.map(points()));
        assertThat(framing.map(new double[] {0, 0, 1, 1}))
                .containsExactly(move.map(new double[] {0, 0, 1, 1}), within(1e-6));
    }

    @Test
    void jawBrowsAndLowerLipDoNotMoveTheFraming() {
        double[] open = points();
        for (int i : new int[] {0, 8, 16, 17, 26, 55, 57, 59, 65, 67}) {
            open[2 * i + 1] += 0.3;
        }
        Similarity framing = new LandmarkTemplate(points()).framing(open);
        assertThat(framing.map(new double[] {0, 0, 1, 1})).containsExactly(new double[] {0, 0, 1, 1}, within(1e-9));
    }

    @Test
    void fewerThanSixtyEightPointsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LandmarkTemplate(new double[10]))
                .withMessage("a face has 68 landmarks, got 10 numbers");
    }
}
