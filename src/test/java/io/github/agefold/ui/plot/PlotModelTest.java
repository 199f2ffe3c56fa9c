package io.github.agefold.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlotModelTest {
    private final PlotModel model = new PlotModel();

    @Test
    void everythingIsInSightUntilTheUserZooms() {
        grow(1, 100);
        assertThat(model.x()).isEqualTo(new Axis(1, 100, false));
        grow(101, 200);
        assertThat(model.x().max()).isEqualTo(200);
    }

    @Test
    void zoomAndPanSurviveNewPoints() {
        grow(1, 101);
        model.zoomX(0.5, 0);
        model.pan(0.1, 0);
        assertThat(model.x()).isEqualTo(new Axis(6, 56, false));
        grow(102, 500);
        assertThat(model.x()).isEqualTo(new Axis(6, 56, false));
        assertThat(model.isFitted()).isFalse();
        model.fit();
        assertThat(model.x().max()).isEqualTo(500);
    }

    @Test
    void singleSpikeDoesNotFlattenTheRest() {
        for (int i = 1; i <= 400; i++) {
            model.series("loss").add(i, i == 200 ? 1e6 : 1 + i % 2);
        }
        assertThat(model.y().max()).isLessThan(3);
    }

    @Test
    void hiddenCurveHasNoSayInWhatIsInSight() {
        grow(1, 100);
        model.series("other").add(1, 5000);
        model.setVisible("other", false);
        assertThat(model.y().max()).isLessThan(10);
    }

    @Test
    void logarithmicAxisCopesWithNothingAndLess() {
        model.setLog(true);
        model.series("a").add(1, 0);
        model.series("a").add(2, -1);
        assertThat(model.y().min()).isPositive();
        model.series("a").add(3, 10);
        assertThat(model.y().share(10)).isBetween(0.0, 1.0);
    }

    @Test
    void stepsThatAreTakenAgainReplaceThoseBefore() {
        grow(1, 10);
        model.series("loss").add(5, 77);
        PlotSeries series = model.series("loss");
        assertThat(series.size()).isEqualTo(5);
        assertThat(series.y(4)).isEqualTo(77);
        assertThat(series.medians()[0]).isEqualTo(1);
    }

    @Test
    void csvHasARowForEachStepAndGapsWhereACurveHasNoValue() {
        model.series("a").add(1, 0.5);
        model.series("a").add(2, 0.25);
        model.series("b, c").add(2, 3);
        assertThat(PlotCsv.of(model.series())).isEqualTo("step,a,\"b, c\"\n1,0.5,\n2,0.25,3.0\n");
    }

    private void grow(int from, int to) {
        for (int i = from; i <= to; i++) {
            model.series("loss").add(i, 1);
        }
        model.changed();
    }
}
