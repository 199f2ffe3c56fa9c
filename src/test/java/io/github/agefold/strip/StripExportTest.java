package io.github.agefold.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripExportTest {
    @TempDir
    Path folder;

    private final AgeStrip strip = SyntheticStrips.ofGreys(45);

    @Test
    void writtenStripReadsBackPixelByPixel() throws IOException {
        BufferedImage image = StripImage.of(strip, StripImage.Options.defaults());
        Path file = folder.resolve("strip.png");

        StripExport.png(image, file);

        BufferedImage read = ImageIO.read(file.toFile());
        int width = image.getWidth();
        int height = image.getHeight();
        assertThat(read.getRGB(0, 0, width, height, null, 0, width))
                .isEqualTo(image.getRGB(0, 0, width, height, null, 0, width));
    }

    @Test
    void writtenStripTellsProgramsThatItIsSynthetic() throws Exception {
        Path file = folder.resolve("strip.png");

        StripExport.png(StripImage.of(strip, StripImage.Options.defaults()), file);

        Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
        assertThat(metadata.getDirectoriesOfType(XmpDirectory.class))
                .singleElement()
                .satisfies(xmp -> assertThat(xmp.getXmpProperties())
                        .containsEntry("Iptc4xmpExt:DigitalSourceType", SyntheticPng.SOURCE_TYPE));
    }

    @Test
    void newStripReplacesTheOldAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("strip.png");
        Files.writeString(file, "old");

        StripExport.png(StripImage.of(strip, new StripImage.Options(64, false, false)), file);

        assertThat(ImageIO.read(file.toFile())).isNotNull();
        assertThat(filesInFolder()).containsExactly("strip.png");
    }

    @Test
    void failedWriteKeepsTheOldFileAndLeavesNothingHalfWritten() throws IOException {
        Path file = Files.createDirectory(folder.resolve("strip.png"));
        BufferedImage image = StripImage.of(strip, new StripImage.Options(64, false, false));

        assertThatThrownBy(() -> StripExport.png(image, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a folder");
        assertThat(filesInFolder()).containsExactly("strip.png");
    }

    @Test
    void missingFolderIsSaidInOneSentence() {
        Path file = folder.resolve("missing/strip.png");
        BufferedImage image = StripImage.of(strip, new StripImage.Options(64, false, false));

        assertThatThrownBy(() -> StripExport.png(image, file))
                .hasMessage("Could not write " + file + ": its folder does not exist.");
    }

    @Test
    void cellsAreSixFilesInAgeOrder() throws IOException {
        List<Path> files = StripExport.cells(strip, 128, folder.resolve("made"));

        assertThat(files.stream().map(file -> file.getFileName().toString()))
                .containsExactly(
                        "01_0-18.png", "02_19-29.png", "03_30-39.png", "04_40-49.png", "05_50-59.png", "06_60plus.png");
        for (int i = 0; i < 6; i++) {
            BufferedImage cell = ImageIO.read(files.get(i).toFile());
            assertThat(cell.getWidth()).isEqualTo(128);
            assertThat(cell.getHeight()).isEqualTo(128);
            assertThat(cell.getRGB(64, 64) & 0xFF)
                    .isEqualTo(SyntheticStrips.grey(strip.columns().get(i).group()));
        }
    }

    private List<String> filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
