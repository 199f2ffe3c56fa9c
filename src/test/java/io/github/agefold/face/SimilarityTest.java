package io.github.agefold.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimilarityTest {
    @Test
    void quarterTurnTwiceAsLargeAndShiftedIsFoundFromItsPoints() {
        // (x, y) to (10 - 2y, 20 + 2x)
        Similarity fit = Similarity.fit(new double[] {0, 0, 1, 0, 0, 3}, new double[] {10, 20, 10, 22, 4, 20});
        assertSimilarity(fit, 0, 2, 10, 20);
        assertThat(fit.scale()).isCloseTo(2, within(1e-12));
        assertThat(fit.map(new double[] {1, 1, 2, 0})).containsExactly(new double[] {8, 22, 10, 24}, within(1e-12));
    }

    @Test
    void pointsThatDoNotFitAreMetInTheMiddle() {
        // a square that is stretched to twice its width: the best scale lies between
        double[] square = {-1, -1, 1, -1, 1, 1, -1, 1};
        double[] wide = {-2, -1, 2, -1, 2, 1, -2, 1};
        assertSimilarity(Similarity.fit(square, wide), 1.5, 0, 0, 0);
    }

    @Test
    void mirrorImageIsNotFollowed() {
        Similarity fit = Similarity.fit(new double[] {-1, 0, 1, 0, 0, 2}, new double[] {1, 0, -1, 0, 0, 2});
        // centred points (-1, -2/3), (1, -2/3), (0, 4/3) onto their mirror images: (-1 - 1 + 24/9) / (2 + 24/9)
        assertSimilarity(fit, 1.0 / 7, 0, 0, 2.0 / 3 - 2.0 / 21);
    }

    @Test
    void onePointIsTooFew() {
        assertThatIllegalArgumentException().isThrownBy(() -> Similarity.fit(new double[] {1, 2}, new double[] {1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Similarity.fit(new double[] {1, 2, 1, 2}, new double[] {1, 2, 3, 4}))
                .withMessage("all points are the same");
    }

    @Test
    void turnedSquareKeepsItsMiddle() {
        Similarity square = Similarity.ofSquare(10, 100, 200, 20, Math.PI / 2);
        assertThat(square.map(new double[] {5, 5, 10, 5}))
                .containsExactly(new double[] {100, 200, 100, 210}, within(1e-9));
    }

    @Test
    void inverseLeadsBack() {
        Similarity there = new Similarity(1.5, -2, 30, -4);
        assertThat(there.inverse().map(there.map(new double[] {7, 8})))
                .containsExactly(new double[] {7, 8}, within(1e-9));
    }

    private static void assertSimilarity(Similarity found, double a, double b, double tx, double ty) {
        assertThat(new double[] {found.a(), found.b(), found.tx(), found.ty()})
                .containsExactly(new double[] {a, b, tx, ty}, within(1e-9));
    }
}
