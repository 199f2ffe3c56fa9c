package io.github.agefold.ui.training;

import atlantafx.base.theme.Styles;
import io.github.agefold.network.NativeMemory;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the run: what it is at, where, what is wrong, and what can be done now. */
final class RunBar extends VBox {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final TrainModel model;
    private final WeightsChoice weights;
    private final BooleanProperty setup = new SimpleBooleanProperty(true);
    private final Label title = new Label();
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label warning = new Label("", new FontIcon(Feather.ALERT_TRIANGLE));
    private final Button start = button("Start", Feather.PLAY, "run-start");
    private final Button pause = button("Pause", Feather.PAUSE, "run-pause");
    private final Button stop = button("Stop", Feather.SQUARE, "run-stop");
    private final Button cancel = button("Cancel", Feather.X, "run-cancel");
    private final Button use = button("Use these weights", Feather.USER_CHECK, "use-weights");
    private final Button shipped = button("Back to the shipped weights", Feather.ROTATE_CCW, "shipped-weights");
    private final Button other = button("Other…", Feather.FOLDER, "train-other");
    private final ToggleButton showSetup = new ToggleButton("Data and options", new FontIcon(Feather.SLIDERS));

    RunBar(TrainModel model, WeightsChoice weights) {
        this.model = model;
        this.weights = weights;
        getStyleClass().add("run-bar");
        title.getStyleClass().add(Styles.TITLE_4);
        title.setId("run-title");
        words.setId("run-words");
        words.getStyleClass().add("state-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(Styles.SMALL);
        warning.setId("run-warning");
        warning.getStyleClass().add("run-warning");
        warning.setWrapText(true);
        warning.setTooltip(new Tooltip("Click to dismiss"));
        warning.setOnMouseClicked(e -> model.dismissWarning());
        wire();
        VBox state = new VBox(title, words);
        HBox.setHgrow(state, Priority.ALWAYS);
        FlowPane buttons = new FlowPane(cancel, start, pause, stop, use, shipped, showSetup, other);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.TOP_RIGHT);
        buttons.setPrefWrapLength(520);
        buttons.setMinWidth(300);
        HBox line = new HBox(state, buttons);
        line.getStyleClass().add("run-line");
        getChildren().addAll(line, bar, warning);
        model.stateProperty().addListener((p, was, is) -> {
            setup.set(is == TrainState.READY || is == TrainState.READING || setup.get() && !model.isTraining());
            refresh();
        });
        model.whereProperty().addListener((p, was, is) -> refresh());
        model.readingProperty().addListener((p, was, is) -> refresh());
        model.warningProperty().addListener((p, was, is) -> refresh());
        model.problemProperty().addListener((p, was, is) -> refresh());
        model.options().validProperty().addListener((p, was, is) -> refresh());
        weights.inUseProperty().addListener((p, was, is) -> refresh());
        refresh();
    }

    private void wire() {
        start.getStyleClass().add(Styles.ACCENT);
        start.setOnAction(e -> {
            if (model.stateProperty().get() == TrainState.PAUSED) {
                model.resume();
            } else {
                setup.set(false);
                model.start();
            }
        });
        pause.setOnAction(e -> model.pause());
        stop.setOnAction(e -> model.stop());
        cancel.setOnAction(e -> model.cancelReading());
        use.setOnAction(e -> {
            Path run = model.folderProperty().get();
            if (run != null) {
                weights.use(run);
            }
        });
        use.setTooltip(new Tooltip("The Age page goes on with what this run has learned"));
        shipped.setOnAction(e -> weights.useShipped());
        other.setOnAction(e -> model.leave());
        other.setTooltip(new Tooltip("Other data, or another run"));
        showSetup.setId("show-setup");
        showSetup.selectedProperty().bindBidirectional(setup);
    }

    private static Button button(String text, Feather icon, String id) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        return button;
    }

    /** Whether data and options are to be seen. */
    BooleanProperty setupProperty() {
        return setup;
    }

    private void refresh() {
        TrainState state = model.stateProperty().get();
        boolean paused = state == TrainState.PAUSED;
        visible(cancel, state == TrainState.READING);
        visible(start, model.canStart() || paused);
        start.setText(model.hasBegun() ? "Resume" : "Start");
        start.setDisable(!paused && !model.options().validProperty().get());
        visible(pause, state == TrainState.RUNNING || state == TrainState.PAUSING);
        pause.setDisable(state == TrainState.PAUSING);
        visible(stop, model.isTraining());
        stop.setDisable(state == TrainState.STOPPING);
        visible(use, model.hasUsableWeights());
        visible(shipped, !weights.inUseProperty().get().isEmpty());
        visible(other, model.canChoose());
        title.setText(heading(state));
        words.setText(words(state));
        words.pseudoClassStateChanged(PROBLEM, state == TrainState.FAILED);
        visible(words, !words.getText().isEmpty());
        warning.setText(model.warningProperty().get());
        visible(warning, !warning.getText().isEmpty());
        showProgress(state);
    }

    private String heading(TrainState state) {
        Path run = model.folderProperty().get();
        String name = run == null ? "" : String.valueOf(run.getFileName());
        return switch (state) {
            case EMPTY -> "";
            case READING -> "Reading the faces…";
            case OPENING -> "Opening " + name + "…";
            case READY -> "Ready to train";
            case RUNNING -> "Training " + name;
            case PAUSING -> "Pausing after this batch…";
            case PAUSED -> "Paused";
            case STOPPING -> "Stopping after this batch…";
            case STOPPED -> name + ", stopped";
            case FINISHED -> name + ", finished";
            case FAILED -> model.hasBegun() ? name + " ended early" : "This cannot be trained on";
            case WATCHING -> name + " is being trained by another program";
        };
    }

    private String words(TrainState state) {
        Whereabouts where = model.whereProperty().get();
        TrainProperties.ReadingProgress reading = model.readingProperty().get();
        String place = where == null ? "" : where.words();
        return switch (state) {
            case EMPTY, OPENING -> "";
            case READING ->
                reading == null
                        ? "Photos that are not aligned yet are aligned on the way, once."
                        : String.format(Locale.ROOT, "%d of %d pictures", reading.pictures(), reading.ofAll());
            case READY -> "The run is kept in " + model.folderProperty().get();
            case RUNNING, PAUSING, STOPPING -> where == null ? "Making the networks…" : place + memory();
            case PAUSED -> place + "\nSaved; all stays in memory" + memory();
            case STOPPED, FINISHED, WATCHING -> place;
            case FAILED -> model.problemProperty().get();
        };
    }

    private static String memory() {
        return String.format(Locale.ROOT, " · memory %.1f GB", NativeMemory.ofProgram() / 1e9);
    }

    private void showProgress(TrainState state) {
        Whereabouts where = model.whereProperty().get();
        TrainProperties.ReadingProgress reading = model.readingProperty().get();
        visible(bar, state == TrainState.READING || model.isTraining() || state == TrainState.WATCHING);
        if (state == TrainState.READING) {
            bar.setProgress(reading == null ? 0 : (double) reading.pictures() / Math.max(1, reading.ofAll()));
        } else if (where != null) {
            bar.setProgress((double) where.step() / Math.max(1, where.steps()));
        } else {
            bar.setProgress(0);
        }
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
