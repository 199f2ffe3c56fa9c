package io.github.agefold.ui.plot;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Zooms and pans: the wheel (with Shift up and down), dragging, a double click for everything; arrows, plus, minus and 0 as well. */
final class PlotGestures {
    private static final double ZOOM = 0.8;
    private static final double KEY_PAN = 0.1;

    private final Plot plot;
    private final PlotModel model;
    private Point2D held = Point2D.ZERO;

    private PlotGestures(Plot plot, PlotModel model) {
        this.plot = plot;
        this.model = model;
    }

    static void install(Plot plot, PlotModel model) {
        PlotGestures gestures = new PlotGestures(plot, model);
        plot.addEventHandler(ScrollEvent.SCROLL, gestures::zoom);
        plot.addEventHandler(MouseEvent.MOUSE_PRESSED, gestures::hold);
        plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, gestures::drag);
        plot.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> plot.setCursor(Cursor.DEFAULT));
        plot.addEventHandler(MouseEvent.MOUSE_CLICKED, gestures::click);
        plot.addEventHandler(KeyEvent.KEY_PRESSED, gestures::key);
    }

    private void zoom(ScrollEvent e) {
        // with Shift some systems turn the wheel sideways
        double turned = e.getDeltaY() == 0 ? e.getDeltaX() : e.getDeltaY();
        if (turned != 0) {
            double factor = turned > 0 ? ZOOM : 1 / ZOOM;
            if (e.isShiftDown()) {
                model.zoomY(factor, share(1 - (e.getY() - Plot.TOP) / plot.plotHeight()));
            } else {
                model.zoomX(factor, share((e.getX() - Plot.LEFT) / plot.plotWidth()));
            }
        }
        e.consume();
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private void hold(MouseEvent e) {
        plot.requestFocus();
        held = new Point2D(e.getX(), e.getY());
    }

    private void drag(MouseEvent e) {
        if (e.isPrimaryButtonDown()) {
            plot.setCursor(Cursor.CLOSED_HAND);
            model.pan((held.getX() - e.getX()) / plot.plotWidth(), (e.getY() - held.getY()) / plot.plotHeight());
            held = new Point2D(e.getX(), e.getY());
        }
    }

    private void click(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            model.fit();
        }
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case LEFT -> model.pan(-KEY_PAN, 0);
            case RIGHT -> model.pan(KEY_PAN, 0);
            case PLUS, EQUALS, ADD -> model.zoomX(ZOOM, 0.5);
            case MINUS, SUBTRACT -> model.zoomX(1 / ZOOM, 0.5);
            case DIGIT0, NUMPAD0 -> model.fit();
            default -> {
                return;
            }
        }
        e.consume();
    }
}
