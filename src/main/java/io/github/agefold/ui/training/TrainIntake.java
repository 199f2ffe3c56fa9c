package io.github.agefold.ui.training;

import io.github.agefold.stage.RunFolder;
import io.github.agefold.ui.control.FileDialogs;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** The ways in for data and runs: dialogs, and dropping a folder or a file. */
final class TrainIntake {
    private static final PseudoClass DRAG_OVER = PseudoClass.getPseudoClass("drag-over");

    private final TrainModel model;
    private final FileDialogs dialogs;

    TrainIntake(TrainModel model, FileDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    void chooseFolder() {
        dialogs.openFolder("Choose a folder of faces").ifPresent(this::take);
    }

    void chooseFile() {
        dialogs.openFile(
                        "Choose a zip of faces, a CSV of files and ages, or IMDB-WIKI’s table",
                        "Data",
                        "zip",
                        "csv",
                        "mat")
                .ifPresent(this::take);
    }

    void openRun() {
        dialogs.openFolder("Open the folder of a run").ifPresent(model::open);
    }

    void open(Path run) {
        model.open(run);
    }

    /** A run's folder is opened; anything else is data. */
    private void take(Path path) {
        if (new RunFolder(path).hasRun()) {
            model.open(path);
        } else {
            model.chooseData(path);
        }
    }

    void acceptDrops(Node page) {
        page.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles() && model.canChoose()) {
                e.acceptTransferModes(TransferMode.COPY);
                page.pseudoClassStateChanged(DRAG_OVER, true);
            }
            e.consume();
        });
        page.setOnDragExited(e -> page.pseudoClassStateChanged(DRAG_OVER, false));
        page.setOnDragDropped(this::drop);
    }

    private void drop(DragEvent e) {
        boolean taken = e.getDragboard().hasFiles() && model.canChoose();
        if (taken) {
            take(e.getDragboard().getFiles().get(0).toPath());
        }
        e.setDropCompleted(taken);
        e.consume();
    }
}
