package io.github.agefold.ui.aging;

import io.github.agefold.strip.AgeStrip;
import io.github.agefold.strip.StripExport;
import io.github.agefold.strip.StripImage;
import io.github.agefold.ui.background.Problems;
import io.github.agefold.ui.control.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Saves the strip that {@link AgeModel} shows, behind the window, and says how it went. */
public final class StripSaving {
    private final Executor files;
    private final Executor screen;
    private final BooleanProperty captions =
            new SimpleBooleanProperty(StripImage.Options.defaults().captions());
    private final BooleanProperty marked =
            new SimpleBooleanProperty(StripImage.Options.defaults().marked());
    private final ObjectProperty<Integer> cell =
            new SimpleObjectProperty<>(StripImage.Options.defaults().cell());
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);

    /**
     * @param files runs writing, away from the screen
     * @param screen runs what changes the properties
     */
    public StripSaving(Executor files, Executor screen) {
        this.files = files;
        this.screen = screen;
    }

    /** Writes the strip as one PNG; a name without an ending gets ".png". */
    public void saveStrip(AgeStrip strip, Path chosen) {
        String name = chosen.getFileName().toString();
        Path file = name.contains(".") ? chosen : chosen.resolveSibling(name + ".png");
        StripImage.Options options = options();
        write(() -> {
            StripExport.png(StripImage.of(strip, options), file);
            return "Saved " + file;
        });
    }

    /**
     * Writes the six faces into a new folder.
     *
     * @param parent where the folder is made
     * @param photo the photo's name, for the folder's
     */
    public void saveFaces(AgeStrip strip, Path parent, String photo) {
        int side = cell.get();
        write(() -> {
            Path folder = newFolder(parent, suggestedName(photo));
            StripExport.cells(strip, side, folder);
            return "Saved six faces in " + folder;
        });
    }

    /** Faces of another photo are never overwritten. */
    private static Path newFolder(Path parent, String name) {
        Path folder = parent.resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = parent.resolve(name + "-" + i);
        }
        return folder;
    }

    /** What a strip of a photo is called: beach.jpg gives "beach-ages". */
    public static String suggestedName(String photo) {
        int dot = photo.lastIndexOf('.');
        String stem = (dot > 0 ? photo.substring(0, dot) : photo).replaceAll("[\\\\/:*?\"<>|\\s]+", "-");
        return (stem.isBlank() ? "face" : stem) + "-ages";
    }

    /** How a strip is drawn now, for the clipboard too. */
    public StripImage.Options options() {
        return new StripImage.Options(cell.get(), captions.get(), marked.get());
    }

    @FunctionalInterface
    private interface Writing {
        String write() throws IOException;
    }

    private void write(Writing writing) {
        files.execute(() -> {
            Notice outcome;
            try {
                outcome = Notice.success(writing.write());
            } catch (Throwable e) {
                outcome = Notice.problem(Problems.sentence(e));
            }
            Notice shown = outcome;
            screen.execute(() -> notice.set(shown));
        });
    }

    /** Whether captions are written into the picture. */
    public BooleanProperty captionsProperty() {
        return captions;
    }

    /** Whether a line in the picture tells people that it is synthetic. */
    public BooleanProperty markedProperty() {
        return marked;
    }

    /** Width and height of one face in a saved picture, in pixels. */
    public ObjectProperty<Integer> cellProperty() {
        return cell;
    }

    /** How the last saving went. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
