package io.github.agefold.ui.control;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** A notice that lies over the page's upper edge for a while; a click takes it away. */
public final class Toast extends Label {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private static final double WIDEST = 560;

    private final PauseTransition stay = new PauseTransition();

    public Toast() {
        getStyleClass().add("toast");
        setWrapText(true);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setVisible(false);
        setOnMouseClicked(e -> setVisible(false));
        stay.setOnFinished(e -> setVisible(false));
    }

    /** Shows a notice; a problem stays longer than good news. */
    public void show(Notice notice) {
        setText(notice.text());
        pseudoClassStateChanged(PROBLEM, notice.isProblem());
        setVisible(!notice.text().isEmpty());
        stay.setDuration(Duration.seconds(notice.isProblem() ? 12 : 5));
        stay.playFromStart();
    }

    /** As wide as its words, until they are better broken into lines. */
    @Override
    protected double computePrefWidth(double height) {
        return Math.min(WIDEST, super.computePrefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(prefWidth(-1));
    }
}
