package io.github.agefold.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void singleValueThatStandsOutAmongManyIsKept() {
        int size = 100_000;
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = i;
            y[i] = i == 77_777 ? 9 : i == 12_345 ? -9 : 1;
        }
        Blocks blocks = new Blocks();
        blocks.update(y, size);
        Columns columns = Columns.of(x, y, size, 0, blocks, new Axis(0, size, false), 100);
        assertThat(columns.high(77)).isEqualTo(9);
        assertThat(columns.low(12)).isEqualTo(-9);
        assertThat(columns.high(50)).isEqualTo(1);
        assertThat(columns.low(50)).isEqualTo(1);
    }

    @Test
    void fewPointsAreJoinedByStraightLines() {
        Columns columns =
                Columns.of(new double[] {0, 10}, new double[] {0, 100}, 2, 0, new Blocks(), new Axis(0, 10, false), 5);
        assertThat(columns.low(0)).isEqualTo(0);
        assertThat(columns.high(0)).isEqualTo(20);
        assertThat(columns.low(2)).isEqualTo(40);
        assertThat(columns.high(2)).isEqualTo(60);
    }

    @Test
    void thereIsNothingBeyondTheEnds() {
        Columns columns =
                Columns.of(new double[] {4, 5}, new double[] {1, 2}, 2, 0, new Blocks(), new Axis(0, 10, false), 10);
        assertThat(columns.low(2)).isNaN();
        assertThat(columns.high(7)).isNaN();
        assertThat(columns.high(4)).isEqualTo(2);
    }

    @Test
    void pointsBesideTheSightStillDrawTheLineIntoIt() {
        double[] x = {0, 10, 20};
        double[] y = {0, 10, 20};
        Columns columns = Columns.of(x, y, 3, 1, new Blocks(), new Axis(4, 6, false), 2);
        assertThat(columns.low(0)).isEqualTo(4);
        assertThat(columns.high(1)).isEqualTo(6);
    }

    @Test
    void valuesThatAreNoNumbersAreLeftOut() {
        double[] x = {0, 1, 2, 3};
        double[] y = {1, Double.NaN, 3, 4};
        Columns columns = Columns.of(x, y, 4, 0, new Blocks(), new Axis(0, 4, false), 1);
        assertThat(columns.low(0)).isEqualTo(1);
        assertThat(columns.high(0)).isEqualTo(4);
    }
}
