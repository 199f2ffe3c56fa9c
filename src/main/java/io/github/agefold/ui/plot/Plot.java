package io.github.agefold.ui.plot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws a {@link PlotModel}: axes and lines on a canvas, curves in a picture over it. */
final class Plot extends Region {
    static final double LEFT = 52;
    static final double TOP = 14;
    static final double RIGHT = 12;
    static final double BOTTOM = 24;

    private static final double RAW_OPACITY = 0.32;
    private static final int TEXT_SIZE = 11;
    private static final double EPOCH_WIDTH = 50;

    private final PlotModel model;
    private final Canvas canvas = new Canvas();
    private final ImageView curves = new ImageView();
    private final Swatch grid = new Swatch("plot-grid");
    private final Swatch text = new Swatch("plot-text");
    private final Map<String, Swatch> colors = new HashMap<>();
    private boolean drawn;
    private CurvePicture picture = new CurvePicture(1, 1);

    Plot(PlotModel model) {
        this.model = model;
        getStyleClass().add("plot");
        setMinSize(160, 120);
        getChildren().addAll(canvas, curves, grid, text);
        for (Swatch swatch : List.of(grid, text)) {
            swatch.setVisible(false);
            swatch.backgroundProperty().addListener((p, was, is) -> drawSoon());
        }
        model.revisionProperty().addListener((p, was, is) -> drawSoon());
        setFocusTraversable(true);
        setAccessibleText("Plot of the losses");
        PlotGestures.install(this, model);
    }

    /** The colour of a curve; its swatch is in the scene, or the stylesheet could not reach it. */
    Swatch swatch(PlotSeries series) {
        return colors.computeIfAbsent(series.name(), name -> {
            Swatch swatch = Swatch.ofCurve(model.series().indexOf(series));
            swatch.setVisible(false);
            getChildren().add(swatch);
            swatch.backgroundProperty().addListener((p, was, is) -> drawSoon());
            return swatch;
        });
    }

    double plotWidth() {
        return Math.max(1, getWidth() - LEFT - RIGHT);
    }

    double plotHeight() {
        return Math.max(1, getHeight() - TOP - BOTTOM);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            double scale = getScene() == null || getScene().getWindow() == null
                    ? 1
                    : getScene().getWindow().getOutputScaleX();
            picture = new CurvePicture((int) Math.max(1, Math.round(plotWidth() * scale)), (int)
                    Math.max(1, Math.round(plotHeight() * scale)));
            curves.setImage(picture.image());
            curves.relocate(LEFT, TOP);
            curves.setFitWidth(plotWidth());
            curves.setFitHeight(plotHeight());
            drawn = false;
        }
        if (!drawn) {
            drawn = true;
            draw();
        }
    }

    /** Draws with the next frame, however many changes there are until then; out of a scene, when it is shown. */
    private void drawSoon() {
        drawn = false;
        requestLayout();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Axis x = model.x();
        Axis y = model.y();
        g.setFont(Font.font("Inter", TEXT_SIZE));
        g.setLineWidth(1);
        drawTicks(g, x, y);
        drawEpochs(g, x);
        drawLines(g, y);
        picture.clear();
        for (PlotSeries one : model.visible()) {
            draw(one, x, y);
        }
        picture.show();
    }

    private void draw(PlotSeries one, Axis x, Axis y) {
        var color = swatch(one).color();
        double scale = picture.width() / plotWidth();
        boolean smooth = model.smoothing() > 0 && one.size() > 2;
        Columns raw = one.columns(x, picture.width());
        picture.draw(raw, y, color, smooth ? RAW_OPACITY : 1, smooth ? scale : 1.5 * scale);
        if (smooth) {
            picture.draw(one.medianColumns(x, picture.width()), y, color, 1, 1.8 * scale);
        }
        if (one.size() == 1) {
            picture.dot((int) (x.share(one.x(0)) * (picture.width() - 1)), row(y, one.y(0)), color);
        }
    }

    private int row(Axis y, double value) {
        return (int) ((1 - y.share(value)) * picture.height());
    }

    private void drawTicks(GraphicsContext g, Axis x, Axis y) {
        g.setTextAlign(TextAlignment.RIGHT);
        for (double tick : y.ticks((int) (plotHeight() / 40))) {
            double at = Math.round(TOP + plotHeight() * (1 - y.share(tick))) + 0.5;
            g.setStroke(grid.color());
            g.strokeLine(LEFT, at, LEFT + plotWidth(), at);
            g.setFill(text.color());
            g.fillText(Numbers.brief(tick), LEFT - 6, at + 4);
        }
        g.setTextAlign(TextAlignment.CENTER);
        for (double tick : x.ticks((int) (plotWidth() / 90))) {
            if (tick == Math.rint(tick)) {
                g.fillText(Numbers.brief(tick), LEFT + plotWidth() * x.share(tick), getHeight() - 6);
            }
        }
    }

    /** A line at each epoch's end, as long as there are not too many. */
    private void drawEpochs(GraphicsContext g, Axis x) {
        double steps = model.stepsPerEpoch();
        if (steps <= 0 || (x.max() - x.min()) / steps > plotWidth() / EPOCH_WIDTH) {
            return;
        }
        g.setTextAlign(TextAlignment.LEFT);
        for (long epoch = Math.max(1, (long) Math.ceil(x.min() / steps)); epoch * steps <= x.max(); epoch++) {
            double at = Math.round(LEFT + plotWidth() * x.share(epoch * steps)) + 0.5;
            g.setStroke(text.color());
            g.setLineDashes(2, 3);
            g.strokeLine(at, TOP, at, TOP + plotHeight());
            g.setLineDashes();
            if (at + EPOCH_WIDTH <= getWidth()) {
                g.fillText("epoch " + epoch, at + 3, TOP - 3);
            }
        }
    }

    private void drawLines(GraphicsContext g, Axis y) {
        g.setTextAlign(TextAlignment.LEFT);
        for (PlotModel.PlotLine line : model.lines()) {
            double share = y.share(line.value());
            if (share >= 0 && share <= 1) {
                double at = Math.round(TOP + plotHeight() * (1 - share)) + 0.5;
                g.setStroke(text.color());
                g.setLineDashes(6, 4);
                g.strokeLine(LEFT, at, LEFT + plotWidth(), at);
                g.setLineDashes();
                g.fillText(line.words(), LEFT + 6, at - 3);
            }
        }
    }
}
