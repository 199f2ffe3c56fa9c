package io.github.agefold.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.agefold.face.Face;
import io.github.agefold.weights.Safetensors;
import io.github.agefold.weights.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Data sets from strangers: refused with a sentence, and nothing of them is ever unpacked onto the disk. */
@Timeout(60)
class HostileDataTest {
    private static final String FACE = "30_0_0_a.png";

    @TempDir
    private Path folder;

    private final FaceReader reader = new FaceReader(() -> {
        throw new AssertionError("nothing here is aligned");
    });

    @Test
    void zipThatClimbsOutOfItselfIsRefused() throws IOException {
        for (String name : List.of("../30_0_0_evil.png", "faces/../../30_0_0_evil.png", "/../30_0_0_evil.png")) {
            Path zip = zip(Map.of(FACE, chip(), name, chip()));
            assertThatThrownBy(() -> read(zip))
                    .as(name)
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("is no zip that can be used");
            assertThat(everything()).containsExactly("set.zip");
        }
    }

    /** The entry of a link holds the path that it points to. */
    @Test
    void linkInAZipIsNotFollowed() throws IOException {
        Path secret = Files.write(Files.createTempFile("secret", ".png"), chip());
        try {
            Path zip = zip(
                    Map.of(FACE, chip(), "31_0_0_link.png", secret.toString().getBytes(StandardCharsets.UTF_8)));
            byte[] bytes = Files.readAllBytes(zip);
            makeLinks(bytes);
            Files.write(zip, bytes);
            FaceSet set = read(zip);
            assertThat(set.faces()).extracting(LabelledFace::name).containsExactly(FACE);
            assertThat(set.refused()).containsOnlyKeys("31_0_0_link.png");
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void entryThatUnpacksToGigabytesIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(FACE));
            zip.write(chip());
            zip.putNextEntry(new ZipEntry("31_0_0_bomb.png"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                zip.write(zeros);
            }
        }
        FaceSet set = read(Files.write(folder.resolve("set.zip"), bytes.toByteArray()));
        assertThat(set.refused()).containsEntry("31_0_0_bomb.png", "it is over 100 MB. Save it smaller and try again.");
    }

    @Test
    void whatIsNoZipIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("set.zip"), "PK\3\4 and no more");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(file + " is ");
    }

    @Test
    void driveThatVanishesWhileItIsReadIsNotTakenForAnEmptyOne() throws IOException {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        Files.write(drive.resolve(FACE), chip());
        Files.write(drive.resolve("31_0_0_b.png"), chip());
        Path cache = folder.resolve("run/faces.safetensors");
        Path away = folder.resolve("away");
        assertThatThrownBy(
                        () -> FaceCache.read(cache, drive, reader, (pictures, all) -> unplug(drive, away), () -> false))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(drive + " is no longer there, after ");
        assertThat(cache).doesNotExist();
        Files.move(away, drive);
        assertThat(FaceCache.read(cache, drive, reader, (pictures, all) -> {}, () -> false)
                        .faces())
                .hasSize(2);
        unplug(drive, away);
        assertThat(FaceCache.open(cache).faces()).as("once read, they are kept").hasSize(2);
    }

    private static void unplug(Path drive, Path away) {
        try {
            Files.move(drive, away);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void cacheThatHoldsSomethingElseIsRefused() throws IOException {
        Tensor names = Tensor.bytes("a\nb".getBytes(StandardCharsets.UTF_8), 3);
        Tensor ages = Tensor.bytes(new byte[] {1, 2}, 2);
        Tensor pixels = Tensor.bytes(new byte[2 * Face.LENGTH], 2, 3, 64, 64);
        refuses(Map.of());
        refuses(Map.of("pixels", pixels, "names", names));
        refuses(Map.of("pixels", Tensor.bytes(new byte[5], 5), "names", names, "ages", ages));
        refuses(Map.of("pixels", pixels, "names", names, "ages", Tensor.bytes(new byte[] {1}, 1)));
        refuses(Map.of("pixels", pixels, "names", names, "ages", Tensor.bytes(new byte[] {1, -1}, 2)));
        refuses(Map.of("pixels", pixels, "names", names, "ages", ages, "refused", Tensor.bytes(new byte[] {'{'}, 1)));
    }

    private void refuses(Map<String, Tensor> tensors) throws IOException {
        Path cache = folder.resolve("faces.safetensors");
        new Safetensors(Map.of(), tensors).write(cache);
        assertThatThrownBy(() -> FaceCache.open(cache))
                .isInstanceOf(DatasetException.class)
                .hasMessage(cache + " does not hold a run's faces. Delete it, and they are read anew.");
    }

    private FaceSet read(Path source) throws IOException {
        return reader.read(source, (pictures, all) -> {}, () -> false);
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("set.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    /** Marks every entry named link as a symbolic link of Unix, as Info-ZIP does, in the zip's directory. */
    private static void makeLinks(byte[] zip) {
        for (int i = 0; i + 46 < zip.length; i++) {
            boolean isDirectoryEntry = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2;
            if (isDirectoryEntry && new String(zip, i + 46, 15, StandardCharsets.US_ASCII).equals("31_0_0_link.png")) {
                zip[i + 5] = 3;
                zip[i + 40] = (byte) 0xff;
                zip[i + 41] = (byte) 0xa1;
            }
        }
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> !f.equals(folder))
                    .map(f -> folder.relativize(f).toString())
                    .toList();
        }
    }

    private static byte[] chip() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
