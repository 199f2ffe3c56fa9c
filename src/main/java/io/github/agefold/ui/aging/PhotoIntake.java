package io.github.agefold.ui.aging;

import io.github.agefold.photo.PhotoReader;
import io.github.agefold.ui.control.FileDialogs;
import io.github.agefold.ui.control.Notice;
import io.github.agefold.ui.control.Pictures;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** The ways in: a file that is chosen or dropped, a picture or a copied file from the clipboard. */
final class PhotoIntake {
    private static final PseudoClass DRAG_OVER = PseudoClass.getPseudoClass("drag-over");

    private final AgeModel model;
    private final PhotoReader reader;
    private final FileDialogs dialogs;
    private final Consumer<Notice> notices;

    PhotoIntake(AgeModel model, PhotoReader reader, FileDialogs dialogs, Consumer<Notice> notices) {
        this.model = model;
        this.reader = reader;
        this.dialogs = dialogs;
        this.notices = notices;
    }

    /** Asks for a file. */
    void choose() {
        dialogs.openPhoto().ifPresent(this::open);
    }

    void open(Path file) {
        model.open(String.valueOf(file.getFileName()), () -> reader.read(file));
    }

    private void open(Image picture, String name) {
        model.open(name, () -> reader.of(Pictures.toBuffered(picture), name));
    }

    /** Takes what the clipboard holds. */
    void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (!take(clipboard, "the clipboard")) {
            notices.accept(
                    Notice.problem("The clipboard holds no picture. Copy a photo or an image file, then paste."));
        }
    }

    /** A file is preferred: beside a copied file, file managers may offer a picture of its icon. */
    private boolean take(Clipboard from, String name) {
        List<File> files = from.hasFiles() ? from.getFiles() : List.of();
        if (!files.isEmpty()) {
            open(files.get(0).toPath());
            return true;
        }
        Image picture = from.hasImage() ? from.getImage() : null;
        if (picture == null || picture.isError() || picture.getPixelReader() == null) {
            return false;
        }
        open(picture, name);
        return true;
    }

    /** Lets photos be dropped on a node. */
    void acceptDrops(Node node) {
        node.setOnDragOver(e -> {
            if (holdsPhoto(e)) {
                e.acceptTransferModes(TransferMode.COPY);
            }
            e.consume();
        });
        node.setOnDragEntered(e -> node.pseudoClassStateChanged(DRAG_OVER, holdsPhoto(e)));
        node.setOnDragExited(e -> node.pseudoClassStateChanged(DRAG_OVER, false));
        node.setOnDragDropped(e -> {
            e.setDropCompleted(take(e.getDragboard(), "the dropped picture"));
            e.consume();
        });
    }

    private static boolean holdsPhoto(DragEvent event) {
        return event.getDragboard().hasFiles() || event.getDragboard().hasImage();
    }
}
