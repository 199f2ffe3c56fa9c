package io.github.agefold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line with the shipped weights and the sample photo. */
class AgeCommandTest {
    private static final String ASTRONAUT = "assets/samples/astronaut.png";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void photoBecomesAStripItsCellsAndALineOfJson() throws IOException {
        Path strip = folder.resolve("new/strip.png");
        Path cells = folder.resolve("cells");
        assertThat(run(
                        "age",
                        ASTRONAUT,
                        "--out",
                        strip.toString(),
                        "--cells",
                        cells.toString(),
                        "--json",
                        "--search",
                        "z0"))
                .isZero();

        BufferedImage image = ImageIO.read(strip.toFile());
        assertThat(image.getWidth()).isGreaterThan(7 * 128);
        assertThat(cells.resolve("01_0-18.png")).exists();
        assertThat(ImageIO.read(cells.resolve("06_60plus.png").toFile()).getWidth())
                .isEqualTo(128);

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("faces")).hasSize(1);
        assertThat(json.path("face").asInt()).isEqualTo(1);
        assertThat(json.path("estimatedAge").asDouble()).isBetween(15.0, 45.0);
        assertThat(json.path("columns")).hasSize(6);
        for (JsonNode column : json.path("columns")) {
            assertThat(column.path("estimatedAge").isNumber()).isTrue();
            assertThat(column.path("identityDistance").asDouble()).isBetween(0.0, 2.0);
            assertThat(column.path("milliseconds").isNumber()).isTrue();
        }
        assertThat(json.path("columns").get(5).path("estimatedAge").asDouble())
                .isGreaterThan(json.path("columns").get(0).path("estimatedAge").asDouble());
    }

    @Test
    void missingOutIsWrongUsage() {
        assertThat(run("age", ASTRONAUT)).isEqualTo(2);
        assertThat(err.toString()).contains("--out").hasLineCount(1);
    }

    @Test
    void sizesAndFacesThatCannotBeAreWrongUsage() {
        assertThat(run("age", ASTRONAUT, "--out", "x.png", "--size", "4")).isEqualTo(2);
        assertThat(run("age", ASTRONAUT, "--out", "x.png", "--face", "0")).isEqualTo(2);
        assertThat(run("age", ASTRONAUT, "--out", "x.png", "--search", "magic")).isEqualTo(2);
    }

    @Test
    void photoWithoutFaceSaysSo() throws IOException {
        Path grey = folder.resolve("grey.png");
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", grey.toFile());
        assertThat(run("age", grey.toString(), "--out", folder.resolve("s.png").toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("No face found in grey.png").hasLineCount(1);
        assertThat(folder.resolve("s.png")).doesNotExist();
    }

    @Test
    void faceThatIsNotThereIsCounted() {
        assertThat(run("age", ASTRONAUT, "--out", folder.resolve("s.png").toString(), "--face", "9"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("has 1 face, so there is no face 9");
    }

    @Test
    void weightsThatAreNoneAreNamed() {
        assertThat(run("age", ASTRONAUT, "--out", "x.png", "--weights", folder.toString()))
                .isEqualTo(5);
        assertThat(err.toString()).contains("is not a folder of weights").hasLineCount(1);
    }

    @Test
    void goodPhotosAreDoneBesideBadOnesAndTheWorstCodeCounts() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.jpg"), "no image");
        Path strips = folder.resolve("strips");
        assertThat(run("age", text.toString(), ASTRONAUT, "--out", strips.toString(), "--search", "z0"))
                .isEqualTo(4);
        assertThat(strips.resolve("astronaut.png")).exists();
        assertThat(err.toString()).contains("notes.jpg").hasLineCount(1);
    }

    private int run(String... arguments) {
        CommandLine command = AgefoldCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
