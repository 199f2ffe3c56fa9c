package io.github.agefold.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.age.AgeGroup;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UtkFaceTest {
    @TempDir
    private Path folder;

    private Path faces;

    @BeforeEach
    void makeFolder() throws IOException {
        faces = Files.createDirectories(folder.resolve("faces"));
    }

    @Test
    void ageComesFromTheNameEvenWhereAFieldIsMissing() {
        assertThat(UtkFace.age("27_0_1_20170110.jpg.chip.jpg")).hasValue(27);
        assertThat(UtkFace.age("61_1_20170109142408075.jpg.chip.jpg")).hasValue(61);
        assertThat(UtkFace.age("portrait.jpg")).isEmpty();
        assertThat(UtkFace.age("2014_0_0_1.jpg")).isEmpty();
        assertThat(UtkFace.age("999_0_0_1.jpg")).isEmpty();
    }

    @Test
    void pictureThatCannotBeReadTakesItsLabelWithIt() throws IOException {
        chip("10_0_0_a.png", 100, 0xff0000);
        Files.writeString(faces.resolve("20_0_0_b.png"), "no image");
        chip("70_0_0_c.png", 100, 0x0000ff);

        FaceSet set = read(faces);

        assertThat(set.faces()).extracting(LabelledFace::age).containsExactly(10, 70);
        assertThat(set.faces().get(1).pixels()[2 * 64 * 64]).isEqualTo((byte) 255);
        assertThat(set.refused()).containsOnlyKeys("20_0_0_b.png");
    }

    @Test
    void zipIsReadAsItsFolderWouldBe() throws IOException {
        chip("33_0_0_a.png", 64, 0x336699);
        Path zip = folder.resolve("faces.zip");
        try (FileSystem system = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Files.copy(faces.resolve("33_0_0_a.png"), system.getPath("33_0_0_a.png"));
        }
        byte[] inFolder = read(faces).faces().get(0).pixels();
        assertThat(read(zip).faces().get(0).pixels()).isEqualTo(inFolder);
    }

    @Test
    void shrinkingTakesTheMeanOfEachArea() throws IOException {
        BufferedImage image = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                image.setRGB(x, y, (x + y) % 2 == 0 ? 0xff0000 : 0);
            }
        }
        ImageIO.write(image, "png", faces.resolve("33_0_0_a.png").toFile());
        byte[] pixels = read(faces).faces().get(0).pixels();
        assertThat(Arrays.copyOf(pixels, 64 * 64)).containsOnly((byte) 128);
    }

    @Test
    void sourceWithoutFacesIsRefusedByName() {
        assertThatThrownBy(() -> read(faces))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("no usable face");
        assertThatThrownBy(() -> read(folder.resolve("nowhere")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void cacheGivesTheSameFacesWithoutReadingThemAgain() throws IOException {
        chip("33_0_0_a.png", 64, 0x336699);
        Path cache = folder.resolve("faces.safetensors");
        Files.writeString(faces.resolve("portrait.png"), "no age in its name");
        FaceSet first = FaceCache.read(cache, faces);
        var lastModified = Files.getLastModifiedTime(faces);
        Files.write(faces.resolve("33_0_0_a.png"), new byte[0]);
        Files.setLastModifiedTime(faces, lastModified);
        FaceSet second = FaceCache.read(cache, faces);
        assertThat(second.faces().get(0).pixels())
                .isEqualTo(first.faces().get(0).pixels());
        assertThat(second.faces().get(0).name()).isEqualTo("33_0_0_a.png");
        assertThat(second.faces().get(0).age()).isEqualTo(33);
        assertThat(second.refused()).containsOnlyKeys("portrait.png").isEqualTo(first.refused());
        assertThat(FaceCache.open(cache).refused()).isEqualTo(first.refused());
    }

    @Test
    void everyGroupIsCounted() throws IOException {
        chip("33_0_0_a.png", 64, 0);
        Map<AgeGroup, Integer> counts = FaceSet.countByGroup(read(faces).faces());
        assertThat(counts).hasSize(6).containsEntry(AgeGroup.FROM_30, 1).containsEntry(AgeGroup.FROM_60, 0);
    }

    @Test
    void splitKeepsItsSharesAndNeverChanges() {
        long validation = 0;
        for (int i = 0; i < 20_000; i++) {
            validation += Split.of("face" + i + ".jpg") == Split.VALIDATION ? 1 : 0;
        }
        assertThat(validation / 20_000.0).isCloseTo(0.05, within(0.01));
        assertThat(Split.of("1_0_0_20161219140530307.jpg.chip.jpg")).isEqualTo(Split.TRAIN);
    }

    /** These pictures are chips: nothing needs to be aligned. */
    private static FaceSet read(Path source) throws IOException {
        FaceReader reader = new FaceReader(() -> {
            throw new AssertionError("chips are taken as they are");
        });
        return reader.read(source, (pictures, all) -> {}, () -> false);
    }

    private void chip(String name, int side, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        ImageIO.write(image, "png", faces.resolve(name).toFile());
    }
}
