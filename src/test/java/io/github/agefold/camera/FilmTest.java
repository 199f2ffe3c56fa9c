package io.github.agefold.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.agefold.photo.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Films in and out: what is written can be read, and what can't says so. */
class FilmTest {
    @TempDir
    Path folder;

    @Test
    void aviGivesItsFramesInOrderAndInRightColours() throws IOException {
        Path file = Films.avi(folder.resolve("film.avi"), List.of(plain(200, 40, 40), plain(40, 40, 200)));

        List<Photo> frames = read(FrameSources.film(file));

        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).width()).isEqualTo(64);
        assertThat(frames.get(0).height()).isEqualTo(48);
        assertColour(frames.get(0), 200, 40, 40);
        assertColour(frames.get(1), 40, 40, 200);
    }

    @Test
    void aviTellsItsRate() throws IOException {
        Path file = folder.resolve("slow.avi");
        try (ClipWriter clip = new ClipWriter(file, 64, 48, 12)) {
            clip.write(plain(1, 2, 3));
            clip.finish();
        }
        try (Frames frames = FrameSources.film(file).open()) {
            assertThat(frames.rate()).isEqualTo(12);
        }
    }

    @Test
    void folderOfPicturesIsAFilm() throws IOException {
        Path pictures = Films.sequence(folder.resolve("film"), List.of(plain(200, 40, 40), plain(40, 200, 40)));
        Files.writeString(pictures.resolve("a-note.txt"), "not a picture");

        List<Photo> frames = read(FrameSources.parse(pictures.toString()));

        assertThat(frames).hasSize(2);
        assertColour(frames.get(0), 200, 40, 40);
        assertColour(frames.get(1), 40, 200, 40);
    }

    @Test
    void numberIsACamera() {
        assertThat(FrameSources.parse("7")).isInstanceOf(DeviceCamera.class);
        assertThat(FrameSources.parse("7").isDevice()).isTrue();
        assertThat(FrameSources.parse("7.avi").isDevice()).isFalse();
    }

    @Test
    void whatIsNoFilmSaysSo() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.avi"), "no film");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertProblem(text, "notes.avi cannot be played");
        assertProblem(empty, "holds no pictures");
        assertProblem(folder.resolve("gone.avi"), "is not there");
    }

    @Test
    @Timeout(20)
    void pipeIsNotWaitedFor() throws Exception {
        Path mkfifo = Path.of("/usr/bin/mkfifo");
        assumeTrue(Files.isExecutable(mkfifo), "no pipes with names here");
        Path pipe = folder.resolve("pipe.avi");
        assertThat(new ProcessBuilder(mkfifo.toString(), pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThatThrownBy(() -> FrameSources.film(pipe).open())
                .isInstanceOf(CameraException.class)
                .hasMessage(pipe + " is a pipe or a device. Choose a film.");
    }

    private static void assertProblem(Path film, String words) {
        assertThatThrownBy(() -> FrameSources.film(film).open())
                .isInstanceOf(CameraException.class)
                .hasMessageContaining(words);
    }

    @Test
    void cameraThatIsNotThereSaysSo() {
        assertThatThrownBy(() -> FrameSources.camera(97).open())
                .isInstanceOf(CameraException.class)
                .hasMessageContaining("Camera 97");
    }

    @Test
    void clipThatIsNotFinishedLeavesNothing() throws IOException {
        Path file = folder.resolve("clip.avi");
        try (ClipWriter clip = new ClipWriter(file, 64, 48, 30)) {
            clip.write(plain(9, 9, 9));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void clipThatCannotBeWrittenSaysSo() {
        assertThatThrownBy(() -> new ClipWriter(folder.resolve("none/clip.avi"), 64, 48, 30))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its folder does not exist");
        assertThatThrownBy(() -> new ClipWriter(folder, 64, 48, 30))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a folder");
    }

    private static List<Photo> read(FrameSource film) throws IOException {
        List<Photo> all = new ArrayList<>();
        try (Frames frames = film.open()) {
            for (Photo frame = frames.next(); frame != null; frame = frames.next()) {
                all.add(frame);
            }
        }
        return all;
    }

    private static Photo plain(int red, int green, int blue) {
        byte[] rgb = new byte[3 * 64 * 48];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) red;
            rgb[i + 1] = (byte) green;
            rgb[i + 2] = (byte) blue;
        }
        return new Photo("plain", 64, 48, rgb);
    }

    /** JPEG keeps plain colours to a few units. */
    private static void assertColour(Photo frame, int red, int green, int blue) {
        int at = 3 * (24 * 64 + 32);
        int[] wanted = {red, green, blue};
        for (int i = 0; i < 3; i++) {
            assertThat(frame.rgb()[at + i] & 0xff).isBetween(wanted[i] - 8, wanted[i] + 8);
        }
    }
}
