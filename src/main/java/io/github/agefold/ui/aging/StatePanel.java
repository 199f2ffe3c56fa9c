package io.github.agefold.ui.aging;

import atlantafx.base.theme.Styles;
import io.github.agefold.latent.SearchStep;
import io.github.agefold.strip.AgeStrip;
import io.github.agefold.ui.background.NetworkThread;
import io.github.agefold.ui.control.Pictures;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Beside the photo: what is going on, the face forming, how it ended, and what the user can do about it. */
final class StatePanel extends VBox {
    private static final String DISTANCE_EXPLAINED =
            """


            Distance is how far FaceNet finds a face from the photo’s: up to 0.60 it takes both for one person, up to 0.73 what \
            truly aged faces have.""";

    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final AgeModel model;
    private final NetworkThread networks;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final ImageView forming = new ImageView();
    private final StackPane formingTile = new StackPane(forming);
    private final Button cancel = new Button("Cancel", new FontIcon(Feather.X));
    private final Button start = new Button("Age this face");
    private final Button again = new Button("Try again", new FontIcon(Feather.ROTATE_CW));
    private final Button other = new Button("Another photo…", new FontIcon(Feather.FOLDER));
    private final FlowPane buttons = new FlowPane(cancel, start, again, other);

    /** @param open asks the user for another photo */
    StatePanel(AgeModel model, NetworkThread networks, Runnable open) {
        this.model = model;
        this.networks = networks;
        getStyleClass().add("state-panel");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add(Styles.TITLE_4);
        title.setId("state-title");
        words.getStyleClass().add("state-words");
        words.setId("state-words");
        for (Label label : new Label[] {title, words}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(USE_PREF_SIZE);
        bar.getStyleClass().add(Styles.SMALL);
        formingTile.getStyleClass().add("face-tile");
        formingTile.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        forming.setAccessibleText("The face forming");
        buttons.getStyleClass().add("buttons");
        bind(cancel, "cancel", model::cancel);
        cancel.setTooltip(Keys.tooltip("Stop", Keys.CANCEL));
        bind(start, "start", this::startChosen);
        start.getStyleClass().add(Styles.ACCENT);
        bind(again, "again", model::again);
        bind(other, "other", open);
        getChildren().addAll(formingTile, icon, title, words, bar, buttons);
        model.stateProperty().addListener((p, was, is) -> refresh());
        model.stepProperty().addListener((p, was, step) -> show(step));
        networks.statusProperty().addListener((p, was, is) -> refresh());
        heightProperty().addListener((p, was, is) -> sizeForming());
        refresh();
    }

    private static void bind(Button button, String id, Runnable action) {
        button.setId(id);
        button.setOnAction(e -> action.run());
    }

    private void startChosen() {
        var face = model.chosenProperty().get();
        if (face != null) {
            model.choose(face);
        }
    }

    private void refresh() {
        AgeState state = model.stateProperty().get();
        String photo = model.nameProperty().get();
        visible(bar, model.isBusy());
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        visible(cancel, model.isBusy());
        visible(start, state == AgeState.CHOOSING);
        visible(again, state == AgeState.CANCELLED || (state == AgeState.FAILED && model.canTryAgain()));
        visible(other, state == AgeState.FAILED);
        again.setText(state == AgeState.CANCELLED ? "Start again" : "Try again");
        visible(formingTile, false);
        boolean failed = state == AgeState.FAILED;
        visible(icon, failed);
        words.pseudoClassStateChanged(PROBLEM, failed);
        icon.setIconCode(Feather.ALERT_CIRCLE);
        icon.getStyleClass().setAll("ikonli-font-icon", "problem-icon");
        switch (state) {
            case EMPTY -> say("", "");
            case READING -> say("Reading " + photo + "…", "");
            case DETECTING -> sayDetecting();
            case CHOOSING ->
                say(
                        "Which face?",
                        model.facesProperty().get().size()
                                + " faces found. Click the one to age, or press Tab and Enter; the largest is marked.");
            case AGEING -> say("Ageing the face…", searchName());
            case CANCELLED -> say("Cancelled", "Nothing was kept. Start again, or choose another photo.");
            case FINISHED -> sayFinished();
            case FAILED -> say("", model.problemProperty().get());
        }
    }

    private void sayDetecting() {
        if (networks.statusProperty().get() == NetworkThread.Status.READY) {
            say("Looking for faces…", "");
        } else {
            say("Loading the networks…", model.nameProperty().get() + " is next as soon as they are there.");
        }
    }

    private void sayFinished() {
        AgeStrip strip = model.stripProperty().get();
        if (strip == null) {
            return;
        }
        boolean several = model.facesProperty().get().size() > 1;
        String how =
                String.format(Locale.ROOT, "%s, %.1f s.", searchName(), Math.max(0.1, strip.milliseconds() / 1000.0));
        say(
                "Looks " + (int) strip.estimatedAge() + ", group "
                        + strip.ownGroup().label(),
                how + DISTANCE_EXPLAINED + (several ? "\n\nClick another face in the photo to age it." : ""));
    }

    private String searchName() {
        return SearchChoice.name(model.searchProperty().get());
    }

    private void show(@Nullable SearchStep step) {
        if (step == null || model.stateProperty().get() != AgeState.AGEING) {
            return;
        }
        visible(formingTile, true);
        forming.setImage(Pictures.of(step.reconstruction()));
        sizeForming();
        bar.setProgress(step.iterations() == 0 ? 1 : (double) step.iteration() / step.iterations());
        words.setText(String.format(
                Locale.ROOT, "Iteration %d of %d, loss %.3f", step.iteration(), step.iterations(), step.loss()));
    }

    /** The forming face takes the height that the words leave. */
    private void sizeForming() {
        double side = Math.max(64, Math.min(240, Math.floor(getHeight() - 150)));
        forming.setFitWidth(side);
        forming.setFitHeight(side);
    }

    /** What stands here never makes the strip below it smaller. */
    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    private void say(String heading, String text) {
        title.setText(heading);
        visible(title, !heading.isEmpty());
        words.setText(text);
        visible(words, !text.isEmpty());
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
