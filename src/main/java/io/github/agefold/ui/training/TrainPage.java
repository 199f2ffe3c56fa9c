package io.github.agefold.ui.training;

import io.github.agefold.ui.background.Problems;
import io.github.agefold.ui.control.FileDialogs;
import io.github.agefold.ui.control.Notice;
import io.github.agefold.ui.control.Toast;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page that trains: data and options at the left, the run's curves in the middle, its samples at the right. */
public final class TrainPage extends BorderPane {
    private final FileDialogs dialogs;
    private final Executor files;
    private final Executor screen;
    private final Toast toast = new Toast();

    /**
     * @param runs folder of the runs that can be opened
     * @param files runs what the screen must not wait for
     * @param screen the screen's thread
     */
    public TrainPage(
            TrainModel model, WeightsChoice weights, Path runs, FileDialogs dialogs, Executor files, Executor screen) {
        this.dialogs = dialogs;
        this.files = files;
        this.screen = screen;
        getStyleClass().add("train-page");
        TrainIntake intake = new TrainIntake(model, dialogs);
        RunBar bar = new RunBar(model, weights);
        ScrollPane setup = new ScrollPane(new VBox(new DataPanel(model), new OptionsPanel(model)));
        setup.getStyleClass().add("setup");
        setup.setFitToWidth(true);
        setup.managedProperty().bind(setup.visibleProperty());
        setup.visibleProperty().bind(bar.setupProperty());
        PlotsView plots = new PlotsView(model, this::save);
        HBox.setHgrow(plots, Priority.ALWAYS);
        SamplesView samples = new SamplesView(model, files, screen);
        HBox columns = new HBox(setup, plots, samples);
        columns.getStyleClass().add("columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox work = new VBox(bar, columns);
        work.getStyleClass().add("work");
        TrainWelcome welcome = new TrainWelcome(intake, runs, files, screen);
        welcome.visibleProperty().bind(model.stateProperty().isEqualTo(TrainState.EMPTY));
        work.visibleProperty().bind(welcome.visibleProperty().not());
        StackPane.setAlignment(toast, Pos.TOP_CENTER);
        setCenter(new StackPane(welcome, work, toast));
        intake.acceptDrops(this);
        weights.noticeProperty().addListener((p, was, is) -> toast.show(is));
    }

    /** Asks where to and writes there, behind the window. */
    private void save(String title, String suggestedName, Saving saving) {
        dialogs.saveFile(title, suggestedName)
                .ifPresent(file -> files.execute(() -> {
                    Notice outcome;
                    try {
                        saving.to(file);
                        outcome = Notice.success("Saved " + file);
                    } catch (Throwable e) {
                        outcome = Notice.problem(Problems.sentence(e));
                    }
                    Notice shown = outcome;
                    screen.execute(() -> toast.show(shown));
                }));
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Saving {
        void to(Path file) throws IOException;
    }

    /** Where pages' exports go. */
    @FunctionalInterface
    interface Exporter {
        void save(String title, String suggestedName, Saving saving);
    }
}
