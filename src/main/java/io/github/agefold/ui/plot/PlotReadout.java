package io.github.agefold.ui.plot;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Over a plot: a line under the mouse, and the values of all curves there, each with its median. */
final class PlotReadout extends Pane {
    private static final double BESIDE = 12;

    private final PlotModel model;
    private final Plot plot;
    private final Region line = new Region();
    private final GridPane values = new GridPane();

    PlotReadout(PlotModel model, Plot plot) {
        this.model = model;
        this.plot = plot;
        setMouseTransparent(true);
        line.getStyleClass().add("plot-cursor");
        values.getStyleClass().add("plot-readout");
        getChildren().addAll(line, values);
        hide();
        plot.setOnMouseMoved(e -> show(e.getX()));
        plot.setOnMouseExited(e -> hide());
    }

    private void hide() {
        line.setVisible(false);
        values.setVisible(false);
    }

    /** @param mouse x in the plot */
    void show(double mouse) {
        double share = (mouse - Plot.LEFT) / plot.plotWidth();
        if (share < 0 || share > 1 || model.visible().isEmpty()) {
            hide();
            return;
        }
        Axis x = model.x();
        double at = x.value(share);
        double nearest = model.visible().stream()
                .mapToDouble(s -> s.x(s.nearest(at)))
                .reduce((a, b) -> Math.abs(a - at) <= Math.abs(b - at) ? a : b)
                .orElse(at);
        fill(nearest);
        double place = Plot.LEFT + plot.plotWidth() * x.share(nearest);
        line.resizeRelocate((double) Math.round(place), Plot.TOP, 1, plot.plotHeight());
        line.setVisible(true);
        // nodes that are not seen have no style, and without it no size
        values.setVisible(true);
        values.applyCss();
        values.autosize();
        boolean left = place + BESIDE + values.getWidth() > plot.getWidth();
        double x0 = left ? place - BESIDE - values.getWidth() : place + BESIDE;
        values.relocate(Math.max(0, x0), Plot.TOP + 8);
    }

    private void fill(double x) {
        values.getChildren().clear();
        String epoch =
                model.stepsPerEpoch() > 0 ? String.format(Locale.ROOT, " · epoch %.2f", x / model.stepsPerEpoch()) : "";
        Label heading = new Label("Step " + Numbers.brief(x) + epoch);
        heading.getStyleClass().add("plot-readout-heading");
        values.add(heading, 0, 0, 4, 1);
        int row = 1;
        for (PlotSeries one : model.visible()) {
            int index = one.firstFrom(x);
            if (index < one.size() && one.x(index) == x) {
                Node swatch = Swatch.ofCurve(model.series().indexOf(one));
                values.addRow(row++, swatch, new Label(one.name()), number(one.y(index)), median(one, index));
            }
        }
    }

    private Label median(PlotSeries one, int index) {
        Label label = number(one.medians()[index]);
        label.getStyleClass().add("quiet");
        label.setText(model.smoothing() == 0 ? "" : "median " + label.getText());
        return label;
    }

    private static Label number(double value) {
        return new Label(Double.isFinite(value) ? Numbers.brief(value) : String.valueOf(value));
    }
}
