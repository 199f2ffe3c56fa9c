package io.github.agefold.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.agefold.age.AgeGroup;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads photos that are not aligned, with the real detector and aligner. */
class FaceReaderTest {
    private static final Path ASTRONAUT = Path.of("assets/samples/astronaut.png");

    @TempDir
    private Path folder;

    private final FaceReader reader = FaceReader.shipped();

    @Test
    void photosOfATableAreAlignedAndTheRestIsRefusedWithItsReason() throws IOException {
        Files.copy(ASTRONAUT, folder.resolve("astronaut.png"));
        blank(folder.resolve("wall.png"));
        Files.writeString(folder.resolve("broken.png"), "no image");
        Path csv = Files.writeString(
                folder.resolve("ages.csv"),
                "\uFEFFfile,age\nastronaut.png,45.5\nwall.png,30\nbroken.png,20\ngone.png,20\n\"wall.png\",2014\nwall.png,old\n");
        List<Integer> progress = new ArrayList<>();

        FaceSet set = reader.read(csv, (pictures, all) -> progress.add(pictures * 10 + all), () -> false);

        assertThat(set.faces()).hasSize(1);
        assertThat(set.faces().get(0).age()).isEqualTo(45);
        assertThat(set.refused())
                .containsEntry("gone.png", PictureList.MISSING)
                .containsEntry("wall.png", PhotoFraming.NO_FACE);
        assertThat(set.refused().get("broken.png")).startsWith("it is");
        assertThat(progress).containsExactly(13, 23, 33);
    }

    @Test
    void foldersNamedByGroupGiveTheirGroup() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("60+/more"));
        Files.copy(ASTRONAUT, inside.resolve("a.png"));
        Files.copy(ASTRONAUT, Files.createDirectory(folder.resolve("40–49")).resolve("a.png"));
        Files.copy(ASTRONAUT, Files.createDirectory(folder.resolve("unsorted")).resolve("b.png"));

        FaceSet set = reader.read(folder, (pictures, all) -> {}, () -> false);

        assertThat(set.faces()).extracting(LabelledFace::name).containsExactly("40–49/a.png", "60+/more/a.png");
        assertThat(set.faces()).extracting(LabelledFace::group).containsExactly(AgeGroup.FROM_40, AgeGroup.FROM_60);
        assertThat(set.refused()).containsOnlyKeys("unsorted/b.png");
    }

    @Test
    void pictureInUtkFacesNamingThatIsNoSquareIsAligned() throws IOException {
        BufferedImage photo = ImageIO.read(ASTRONAUT.toFile());
        ImageIO.write(
                photo.getSubimage(0, 0, 500, 400),
                "png",
                folder.resolve("41_1_0_a.png").toFile());
        assertThat(reader.read(folder, (pictures, all) -> {}, () -> false).faces())
                .hasSize(1);
    }

    @Test
    void folderThatVanishesWhileItIsReadEndsTheReading() throws IOException {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        for (String name : new String[] {"41_1_0_a.png", "41_1_0_b.png"}) {
            Files.copy(ASTRONAUT, drive.resolve(name));
        }
        FaceReader.Progress unplug = (pictures, all) -> {
            for (File picture : drive.toFile().listFiles()) {
                picture.delete();
            }
            drive.toFile().delete();
        };
        assertThatThrownBy(() -> reader.read(drive, unplug, () -> false))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("drive is no longer there, after 1 of 2 pictures");
    }

    @Test
    void readingStopsBetweenPictures() throws IOException {
        Files.copy(ASTRONAUT, folder.resolve("41_1_0_a.png"));
        assertThatThrownBy(() -> reader.read(folder, (pictures, all) -> {}, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void folderWithoutAFaceSaysHowManyFilesWereLeftOutAndWhy() throws IOException {
        blank(folder.resolve("41_1_0_wall.png"));
        blank(folder.resolve("41_1_0_white.png"));
        assertThatThrownBy(() -> reader.read(folder, (pictures, all) -> {}, () -> false))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(folder + " has no usable face: 2 left out, the first, 41_1_0_wall.png, because "
                        + PhotoFraming.NO_FACE + ". Name a folder");
    }

    @Test
    void refusalsAreCountedByReasonTheMostFrequentFirst() throws IOException {
        Files.copy(ASTRONAUT, folder.resolve("astronaut.png"));
        Path csv = Files.writeString(
                folder.resolve("ages.csv"), "astronaut.png,45\na.png,2000\nb.png,1\nc.png,2\nd.png,3\n");
        assertThat(reader.read(csv, (pictures, all) -> {}, () -> false).countByReason())
                .containsExactly(Map.entry(PictureList.MISSING, 3), Map.entry(PictureList.IMPOSSIBLE_AGE, 1));
    }

    /** No square, which would be taken for a face that is aligned already. */
    private static void blank(Path file) throws IOException {
        ImageIO.write(new BufferedImage(300, 310, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }
}
