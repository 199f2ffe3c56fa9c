package io.github.agefold.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, memory and time are bounded. */
class HostilePhotosTest {
    private static final int MOST_MEGABYTES = 1000;

    @TempDir
    private static Path large;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() throws IOException {
        LargePhotos.write(large);
    }

    /** -Dagefold.mutations=100000 and -Dagefold.seed=2 look further. */
    @Test
    @Timeout(300)
    void hugeAndMutatedFilesStayUnderAGigabyte() throws Exception {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3g",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostilePhotos.class.getName(),
                        large.toString(),
                        System.getProperty("agefold.seed", "1"),
                        System.getProperty("agefold.mutations", "3000"))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(280, TimeUnit.SECONDS)).as("it hangs").isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).as("what is odd").hasSize(2);
        assertThat(Integer.parseInt(lines.get(1)) - Integer.parseInt(lines.get(0)))
                .as("megabytes beyond those before")
                .isLessThan(MOST_MEGABYTES);
    }

    @Test
    void hugeFilesGiveTheirPictureOrASentence() throws IOException {
        PhotoReader reader = new PhotoReader();
        assertThat(reader.read(large.resolve("120 MP.jpg")).width()).isEqualTo(3000);
        Photo page = reader.read(large.resolve("120 MP.gif"));
        assertThat(page.width()).isEqualTo(3000);
        assertThat(Pictures.colorAt(page, 0.2, 0.2)).isEqualTo("W");
        assertThat(Pictures.colorAt(page, 0.8, 0.8)).isEqualTo("0");
        refuses(reader, "900 MP.png", "has 900 megapixels; Agefold reads up to 200");
        refuses(reader, "200 MP line.png", "is 1x200000000 pixels; Agefold reads sides of up to 65535");
        refuses(reader, "1000 scans.jpg", "is a progressive or lossless JPEG of 31 megapixels in 1000 passes");
        refuses(reader, "200 MP lossless.jpg", "is a progressive or lossless JPEG of 200 megapixels");
        refuses(reader, "199 MP.webp", "has 199 megapixels; Agefold reads WebP files of its sort up to 64");
    }

    private void refuses(PhotoReader reader, String name, String words) {
        assertThatThrownBy(() -> reader.read(large.resolve(name)))
                .isInstanceOf(UnreadablePhotoException.class)
                .hasMessageStartingWith(name + " " + words);
    }
}
