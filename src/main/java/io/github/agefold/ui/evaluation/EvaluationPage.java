package io.github.agefold.ui.evaluation;

import atlantafx.base.theme.Styles;
import io.github.agefold.evaluation.EvaluationProgress;
import io.github.agefold.evaluation.ReportFolder;
import io.github.agefold.ui.control.FileDialogs;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page that measures weights: what is measured at the left; how far it is, and then the figures, beside it. */
public final class EvaluationPage extends BorderPane {
    private final EvaluationModel model;
    private final Label title = new Label();
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button start = new Button("Measure", new FontIcon(Feather.PLAY));
    private final Button cancel = new Button("Cancel", new FontIcon(Feather.X));
    private final Button open = new Button("Open the report", new FontIcon(Feather.EXTERNAL_LINK));
    private final VBox figures = new VBox();

    /** @param browse shows a page in the system's browser */
    public EvaluationPage(EvaluationModel model, FileDialogs dialogs, Consumer<Path> browse) {
        this.model = model;
        getStyleClass().add("evaluation-page");
        title.getStyleClass().add(Styles.TITLE_4);
        title.setId("evaluation-title");
        words.setId("evaluation-words");
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        bar.setMaxWidth(Double.MAX_VALUE);
        start.setId("evaluation-start");
        start.getStyleClass().add(Styles.ACCENT);
        start.setOnAction(e -> model.start());
        cancel.setId("evaluation-cancel");
        cancel.setOnAction(e -> model.cancel());
        open.setId("evaluation-open");
        open.setOnAction(e -> {
            Path folder = model.reportFolder();
            if (folder != null) {
                browse.accept(folder.resolve(ReportFolder.PAGE));
            }
        });
        HBox buttons = new HBox(start, cancel, open);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        figures.getStyleClass().add("figures");
        ScrollPane scroll = new ScrollPane(figures);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox outcome = new VBox(title, words, bar, buttons, scroll);
        outcome.getStyleClass().add("outcome");
        setLeft(new ChoicesPanel(model, dialogs));
        setCenter(outcome);
        model.stateProperty().addListener((p, was, is) -> refresh());
        model.dataProperty().addListener((p, was, is) -> refresh());
        model.progressProperty().addListener((p, was, is) -> show(is));
        refresh();
    }

    private void refresh() {
        EvaluationState state = model.stateProperty().get();
        visible(bar, model.isBusy());
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        visible(start, !model.isBusy());
        start.setDisable(model.dataProperty().get() == null);
        visible(cancel, model.isBusy());
        cancel.setDisable(state == EvaluationState.STOPPING);
        visible(open, state == EvaluationState.FINISHED);
        figures.getChildren().clear();
        switch (state) {
            case IDLE ->
                say(
                        "How well do the weights age?",
                        model.dataProperty().get() == null
                                ? "Choose labelled faces that training never saw, such as UTKFace: its test part is kept back by every"
                                        + " training here. 120 faces take some minutes."
                                : "Ready. 120 faces take some minutes; photos can be aged meanwhile.");
            case RUNNING -> say("Measuring…", "Loading the networks…");
            case STOPPING -> say("Stopping…", "");
            case CANCELLED -> say("Cancelled", "Nothing was written.");
            case FAILED -> say("That did not work", model.problemProperty().get());
            case FINISHED -> finished();
        }
    }

    private void finished() {
        var report = model.reportProperty().get();
        if (report != null) {
            say(report.run().faces() + " faces measured", "The whole report is in " + model.reportFolder() + ".");
            figures.getChildren().setAll(FigureTables.of(report));
        }
    }

    private void show(@Nullable EvaluationProgress progress) {
        if (progress == null || model.stateProperty().get() != EvaluationState.RUNNING) {
            return;
        }
        bar.setProgress((double) progress.done() / Math.max(1, progress.all()));
        words.setText(progress.phase() + ": " + progress.done() + " of " + progress.all());
    }

    private void say(String heading, String text) {
        title.setText(heading);
        words.setText(text);
        visible(words, !text.isEmpty());
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
