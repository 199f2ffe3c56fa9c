package io.github.agefold.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LbfgsTest {
    private final List<double[]> asked = new ArrayList<>();

    @Test
    void narrowValleyIsWalkedToItsBottom() {
        new Lbfgs().minimize(this::valley, new double[] {-1.2, 1}, 60);
        assertThat(asked.get(asked.size() - 1)).containsExactly(new double[] {1, 1}, within(1e-3));
    }

    @Test
    void functionIsNotAskedMoreOftenThanAllowed() {
        new Lbfgs().minimize(this::valley, new double[] {-1.2, 1}, 7);
        assertThat(asked).hasSize(7);
    }

    @Test
    void bottomIsLeftAtOnce() {
        new Lbfgs().minimize(this::valley, new double[] {1, 1}, 60);
        assertThat(asked).hasSize(1);
    }

    /** Rosenbrock's function, whose bottom is at (1, 1). */
    private Lbfgs.Point valley(double[] x) {
        asked.add(x.clone());
        double across = x[1] - x[0] * x[0];
        double along = 1 - x[0];
        double[] gradient = {-400 * x[0] * across - 2 * along, 200 * across};
        return new Lbfgs.Point(100 * across * across + along * along, gradient);
    }
}
