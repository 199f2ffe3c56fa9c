package io.github.agefold.ui.camera;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** In place of the picture, when there is none: why, and what the user can do. */
final class ProblemPanel extends VBox {
    private final CameraModel model;
    private final FontIcon icon = new FontIcon(Feather.VIDEO_OFF);
    private final Label words = new Label();
    private final HBox buttons;

    /** @param openFilm asks the user for a film */
    ProblemPanel(CameraModel model, Runnable openFilm) {
        this.model = model;
        getStyleClass().add("camera-problem");
        setAlignment(Pos.CENTER);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        icon.getStyleClass().add("welcome-icon");
        words.setId("camera-problem");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setMaxWidth(460);
        Button again = new Button("Try again", new FontIcon(Feather.ROTATE_CW));
        again.setId("camera-again");
        again.getStyleClass().add(Styles.ACCENT);
        again.setOnAction(e -> model.again());
        Button film = new Button("Open a film…", new FontIcon(Feather.FILM));
        film.setId("problem-film");
        film.setOnAction(e -> openFilm.run());
        buttons = new HBox(again, film);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(icon, words, buttons);
        model.stateProperty().addListener((p, was, is) -> refresh());
        model.problemProperty().addListener((p, was, is) -> refresh());
        refresh();
    }

    private void refresh() {
        switch (model.stateProperty().get()) {
            case OFF, RUNNING -> setVisible(false);
            case OPENING -> show("Opening the camera…", false);
            case BLACK, FAILED -> show(model.problemProperty().get(), true);
        }
    }

    private void show(String sentence, boolean wrong) {
        words.setText(sentence);
        icon.setVisible(wrong);
        icon.setManaged(wrong);
        buttons.setVisible(wrong);
        buttons.setManaged(wrong);
        setVisible(true);
    }
}
