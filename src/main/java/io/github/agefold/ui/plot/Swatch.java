package io.github.agefold.ui.plot;

import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A patch of a colour that the stylesheet decides: where drawn pictures ask for it. */
final class Swatch extends Region {
    /** So many colours the stylesheet has for curves. */
    static final int CURVES = 10;

    Swatch(String styleClass) {
        getStyleClass().addAll("plot-swatch", styleClass);
        setMinSize(10, 10);
        setPrefSize(10, 10);
        setMaxSize(10, 10);
    }

    /** The colour of a curve by its place among the others. */
    static Swatch ofCurve(int index) {
        return new Swatch("plot-curve-" + index % CURVES);
    }

    Color color() {
        Background background = getBackground();
        return background != null
                        && !background.getFills().isEmpty()
                        && background.getFills().get(0).getFill() instanceof Color color
                ? color
                : Color.GRAY;
    }
}
