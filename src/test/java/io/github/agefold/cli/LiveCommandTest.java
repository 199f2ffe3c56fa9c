package io.github.agefold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.camera.Films;
import io.github.agefold.camera.FrameSources;
import io.github.agefold.camera.Frames;
import io.github.agefold.photo.Photo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code agefold live} with the shipped weights, on films made from the sample photo. */
class LiveCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void filmBecomesAClipWithAFrameForEachOfItsFrames() throws IOException {
        Path film = Films.avi(folder.resolve("film.avi"), Films.swaying(9));
        Path clip = folder.resolve("new/clip.avi");

        assertThat(run("--source", film.toString(), "--out", clip.toString(), "--mirror", "--landmarks"))
                .isZero();

        assertThat(err.toString()).contains("9 frames, 9 with a face");
        try (Frames frames = FrameSources.film(clip).open()) {
            assertThat(frames.rate()).isEqualTo(30);
            int count = 0;
            for (Photo frame = frames.next(); frame != null; frame = frames.next()) {
                count++;
                assertThat(frame.width()).isEqualTo(636);
                assertThat(frame.height()).isEqualTo(476 + 106 + 26);
                assertThat(isPaper(frame, 53, 476 + 53))
                        .as("an aged face below")
                        .isFalse();
            }
            assertThat(count).isEqualTo(9);
        }
    }

    @Test
    void secondsEndTheClipEarly() throws IOException {
        Path film = Films.sequence(folder.resolve("film"), Films.swaying(9));
        Path clip = folder.resolve("clip.avi");
        assertThat(run("--source", film.toString(), "--out", clip.toString(), "--seconds", "0.1"))
                .isZero();
        assertThat(err.toString()).contains("3 frames");
    }

    @Test
    void filmWithoutFacesIsWrittenAndSaysSo() throws IOException {
        Photo grey = new Photo("grey", 320, 240, new byte[3 * 320 * 240]);
        Path film = Films.sequence(folder.resolve("grey"), List.of(grey, grey));
        Path clip = folder.resolve("clip.avi");
        assertThat(run("--source", film.toString(), "--out", clip.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("No face was found in grey");
        assertThat(clip).exists();
    }

    @Test
    void sourceThatGivesNothingIsOneSentence() {
        assertThat(run("--source", "96", "--out", folder.resolve("c.avi").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Camera 96").hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void optionsThatCannotBeAreWrongUsage() {
        assertThat(run("--source", "0")).isEqualTo(2);
        assertThat(run("--source", "0", "--out", "clip.mp4")).isEqualTo(2);
        assertThat(run("--source", "0", "--out", "clip.avi", "--faces", "5")).isEqualTo(2);
        assertThat(run("--source", "0", "--out", "clip.avi", "--steadiness", "2"))
                .isEqualTo(2);
        assertThat(run("--source", "0", "--out", "clip.avi", "--seconds", "0")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(5);
    }

    private static boolean isPaper(Photo frame, int x, int y) {
        int at = 3 * (y * frame.width() + x);
        return Math.abs((frame.rgb()[at] & 0xff) - 0x1f) < 12 && Math.abs((frame.rgb()[at + 2] & 0xff) - 0x28) < 12;
    }

    private int run(String... arguments) {
        CommandLine command = AgefoldCommand.commandLine();
        command.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "live";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return command.execute(all);
    }
}
