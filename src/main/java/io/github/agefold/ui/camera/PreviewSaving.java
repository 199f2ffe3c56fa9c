package io.github.agefold.ui.camera;

import io.github.agefold.live.FaceTracker;
import io.github.agefold.live.LiveFrame;
import io.github.agefold.photo.Photo;
import io.github.agefold.strip.PreviewImage;
import io.github.agefold.strip.StripExport;
import io.github.agefold.ui.background.Problems;
import io.github.agefold.ui.control.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.prefs.Preferences;

/** Keeps moments of the preview in a folder, without asking where: a demo must not stop for a dialog. */
public final class PreviewSaving {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    private final Path folder;
    private final Executor files;
    private final Executor screen;

    /**
     * @param folder where to; made when it is first needed
     * @param files runs writing, away from the screen
     * @param screen where is told how it went
     */
    public PreviewSaving(Path folder, Executor files, Executor screen) {
        this.folder = folder;
        this.files = files;
        this.screen = screen;
    }

    /** Where to, if the preferences say nothing else ("camera.folder"): the user's folder for pictures, and in it one of ours. */
    public static Path folder(Preferences preferences) {
        Path home = Path.of(System.getProperty("user.home", "."));
        Path pictures = home.resolve("Pictures");
        Path usual = (Files.isDirectory(pictures) ? pictures : home).resolve("Agefold");
        return Path.of(preferences.get("camera.folder", usual.toString()));
    }

    /**
     * Writes two pictures: the frame as it came, and the frame with its strips as the screen shows them.
     *
     * @param outcome told of it
     */
    void save(LiveFrame frame, boolean mirrored, Consumer<Notice> outcome) {
        String name = "camera-" + LocalDateTime.now(ZoneId.systemDefault()).format(NAME);
        files.execute(() -> {
            Notice notice;
            try {
                Files.createDirectories(folder);
                Path strip = unused(name);
                write(strips(frame, mirrored), strip);
                write(frame.photo(), folder.resolve(stem(strip) + "-frame.png"));
                notice = Notice.success("Saved strip and frame: " + strip);
            } catch (Throwable e) {
                notice = Notice.problem(Problems.sentence(e));
            }
            Notice shown = notice;
            screen.execute(() -> outcome.accept(shown));
        });
    }

    private static Photo strips(LiveFrame frame, boolean mirrored) {
        int rows = Math.max(1, Math.min(FaceTracker.MOST_FACES, frame.strips().size()));
        return new PreviewImage(frame.photo(), new PreviewImage.Options(rows, mirrored, false)).of(frame);
    }

    /** Two moments of one second are both kept. */
    private Path unused(String name) {
        Path file = folder.resolve(name + ".png");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "-" + i + ".png");
        }
        return file;
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".png".length());
    }

    private static void write(Photo photo, Path file) throws IOException {
        StripExport.png(PreviewImage.picture(photo), file);
    }
}
