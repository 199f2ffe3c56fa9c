package io.github.agefold.ui.training;

import atlantafx.base.theme.Styles;
import io.github.agefold.stage.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the Train page says before there is data or a run. */
final class TrainWelcome extends VBox {
    private static final int MOST_RUNS = 5;

    private final TrainIntake intake;
    private final Path runs;
    private final VBox recent = new VBox();

    TrainWelcome(TrainIntake intake, Path runs, Executor files, Executor screen) {
        this.intake = intake;
        this.runs = runs;
        getStyleClass().addAll("welcome");
        setAlignment(Pos.CENTER);
        FontIcon icon = new FontIcon(Feather.ACTIVITY);
        icon.getStyleClass().add("welcome-icon");
        Label title = new Label("Train on faces of your own");
        title.getStyleClass().add(Styles.TITLE_2);
        Label words = new Label(
                "A folder or zip of faces named as UTKFace’s (27_0_1_….jpg, the age first), a folder with sub-folders"
                        + " 0-18, 19-29, 30-39, 40-49, 50-59 and 60+, IMDB-WIKI’s folder, or a CSV of files and ages."
                        + " Nothing leaves this computer.");
        words.setWrapText(true);
        words.setMaxWidth(560);
        words.setTextAlignment(TextAlignment.CENTER);
        words.getStyleClass().add("quiet");
        Button folder = button("Choose a folder…", Feather.FOLDER, "train-folder", intake::chooseFolder);
        folder.getStyleClass().add(Styles.ACCENT);
        Button file = button("Choose a file…", Feather.FILE, "train-file", intake::chooseFile);
        Button run = button("Open a run…", Feather.ROTATE_CCW, "train-open", intake::openRun);
        HBox buttons = new HBox(folder, file, run);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER);
        recent.setAlignment(Pos.CENTER);
        getChildren().addAll(icon, title, words, buttons, recent);
        Runnable look = () -> files.execute(() -> {
            List<Path> found = newest();
            screen.execute(() -> show(found));
        });
        visibleProperty().addListener((p, was, is) -> {
            if (is) {
                look.run();
            }
        });
        look.run();
    }

    private static Button button(String text, Feather icon, String id, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setOnAction(e -> action.run());
        return button;
    }

    private List<Path> newest() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(f -> new RunFolder(f).hasRun())
                    .sorted(Comparator.comparing(TrainWelcome::changed).reversed())
                    .limit(MOST_RUNS)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // a shortcut is missing, and the button still opens any run
            return List.of();
        }
    }

    private static long changed(Path folder) {
        return folder.toFile().lastModified();
    }

    private void show(List<Path> found) {
        recent.getChildren().clear();
        if (!found.isEmpty()) {
            Label heading = new Label("Runs in " + runs);
            heading.getStyleClass().add("quiet");
            recent.getChildren().add(heading);
        }
        for (Path run : found) {
            Hyperlink link = new Hyperlink(String.valueOf(run.getFileName()));
            link.getStyleClass().add("recent-run");
            link.setOnAction(e -> intake.open(run));
            recent.getChildren().add(link);
        }
    }
}
