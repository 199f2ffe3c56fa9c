package io.github.agefold.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void logarithmicAxisGivesEqualRatiosEqualRoom() {
        Axis axis = new Axis(0.01, 100, true);
        assertThat(axis.share(1)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.value(0.25)).isCloseTo(0.1, within(1e-12));
        assertThat(axis.share(-3)).isNegative();
    }

    @Test
    void zoomKeepsThePlaceUnderTheMouse() {
        for (boolean log : new boolean[] {false, true}) {
            Axis axis = new Axis(2, 50, log);
            double held = axis.value(0.3);
            assertThat(axis.zoom(0.5, 0.3).value(0.3)).isCloseTo(held, within(1e-9));
            assertThat(axis.zoom(0.5, 0.3).zoom(2, 0.3).max()).isCloseTo(50, within(1e-9));
        }
    }

    @Test
    void ticksAreRound() {
        assertThat(new Axis(0, 1, false).ticks(5)).containsExactly(0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0);
        assertThat(new Axis(0.5, 20, true).ticks(8)).containsExactly(0.5, 1.0, 2.0, 5.0, 10.0, 20.0);
        assertThat(new Axis(1e-6, 1e3, true).ticks(4)).contains(1e-3, 1.0).hasSizeLessThan(12);
    }

    @Test
    void zoomingInForEverEndsWhereNumbersDo() {
        Axis axis = new Axis(1, 2, false);
        for (int i = 0; i < 1000; i++) {
            axis = axis.zoom(0.5, 0.5);
        }
        assertThat(axis.max()).isGreaterThan(axis.min());
    }

    @Test
    void axisWithoutARangeIsRefused() {
        assertThatThrownBy(() -> new Axis(1, 1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Axis(0, 1, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
