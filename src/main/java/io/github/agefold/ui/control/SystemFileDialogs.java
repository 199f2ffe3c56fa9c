package io.github.agefold.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own file dialogs, each opening in the folder used last, at first the user's own. */
public final class SystemFileDialogs implements FileDialogs {
    private final Supplier<Stage> owner;
    private File lastFolder = new File(System.getProperty("user.home", "."));

    /** @param owner the window that a dialog belongs to */
    public SystemFileDialogs(Supplier<Stage> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> openPhoto() {
        FileChooser chooser = chooser("Open a photo");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "Photos", upperAndLower("jpg", "jpeg", "png", "webp", "tif", "tiff", "gif", "bmp")),
                        new FileChooser.ExtensionFilter("All files", "*.*"));
        return remembered(ask(chooser::showOpenDialog));
    }

    @Override
    public Optional<Path> savePicture(String suggestedName) {
        FileChooser chooser = chooser("Save the strip");
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG picture", "*.png"));
        return remembered(ask(chooser::showSaveDialog));
    }

    @Override
    public Optional<Path> folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Save six faces: choose a folder");
        chooser.setInitialDirectory(existingFolder());
        File folder = ask(chooser::showDialog);
        lastFolder = folder == null ? lastFolder : folder;
        return Optional.ofNullable(folder).map(File::toPath);
    }

    @Override
    public Optional<Path> openFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existingFolder());
        return remembered(ask(chooser::showDialog));
    }

    @Override
    public Optional<Path> openFile(String title, String kind, String... endings) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(kind, upperAndLower(endings)),
                        new FileChooser.ExtensionFilter("All files", "*.*"));
        return remembered(ask(chooser::showOpenDialog));
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(suggestedName);
        String ending = suggestedName.substring(suggestedName.lastIndexOf('.') + 1);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        return remembered(ask(chooser::showSaveDialog));
    }

    /** JavaFX for Linux fixes the size of a window that waits for a dialog, and so ends its being maximised. */
    private @Nullable File ask(Function<Window, @Nullable File> dialog) {
        Stage stage = owner.get();
        boolean wasMaximized = stage.isMaximized();
        File answer = dialog.apply(stage);
        // later, when the window is free again
        Platform.runLater(() -> stage.setMaximized(wasMaximized));
        return answer;
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existingFolder());
        return chooser;
    }

    private Optional<Path> remembered(@Nullable File file) {
        lastFolder = file == null ? lastFolder : file.getParentFile();
        return Optional.ofNullable(file).map(File::toPath);
    }

    /** A folder that is gone makes a dialog throw. */
    private @Nullable File existingFolder() {
        return lastFolder.isDirectory() ? lastFolder : null;
    }

    /** Linux tells .JPG from .jpg, and cameras write the former. */
    private static String[] upperAndLower(String... endings) {
        String[] patterns = new String[2 * endings.length];
        for (int i = 0; i < endings.length; i++) {
            patterns[2 * i] = "*." + endings[i];
            patterns[2 * i + 1] = "*." + endings[i].toUpperCase(Locale.ROOT);
        }
        return patterns;
    }
}
