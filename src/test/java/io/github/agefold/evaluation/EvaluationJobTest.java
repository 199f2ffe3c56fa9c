package io.github.agefold.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.latent.Search;
import io.github.agefold.weights.WeightsFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a folder of pictures to the report, with the application's own weights on the astronaut at two feigned ages. */
class EvaluationJobTest {
    @TempDir
    Path folder;

    @Test
    void everyMethodIsMeasuredOnEveryFace() throws IOException {
        List<EvaluationProgress> told = new ArrayList<>();
        EvaluationReport report = job().run(told::add, () -> false);
        assertThat(report.methods()).hasSize(Search.values().length + 1);
        assertThat(report.run().faces()).isEqualTo(2);
        assertThat(report.run().trainedOnKnown()).isTrue();
        EvaluationReport.Method prototype = report.methods().get(Search.values().length);
        // at its own age prototyping gives the photo back
        assertThat(prototype.reconstruction().get("FaceRes").samePerson()).isEqualTo(1);
        for (EvaluationReport.Method method : report.methods()) {
            int counted = 0;
            for (int[] row : method.age().confusion()) {
                for (int count : row) {
                    counted += count;
                }
            }
            assertThat(counted).as(method.id()).isEqualTo(2 * AgeGroup.COUNT);
        }
        assertThat(report.methods().get(0).psnr()).isBetween(5.0, 40.0);
        assertThat(folder.resolve("out/report.json")).isNotEmptyFile();
        assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
        EvaluationProgress last = told.get(told.size() - 1);
        assertThat(last.done()).isEqualTo(last.all() - 1);
    }

    @Test
    void stoppedEvaluationWritesNothing() throws IOException {
        List<EvaluationProgress> told = new ArrayList<>();
        EvaluationJob job = job();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> job.run(
                        told::add, () -> told.stream().anyMatch(p -> p.phase().equals("z*, pixel"))));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private EvaluationJob job() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        BufferedImage photo =
                ImageIO.read(Path.of("assets", "samples", "astronaut.png").toFile());
        for (AgeGroup group : List.of(AgeGroup.FROM_30, AgeGroup.FROM_60)) {
            // a little apart from each other, so that none is another's double
            BufferedImage chip = photo.getSubimage(150 + 2 * group.ordinal(), 30, 150, 150);
            ImageIO.write(
                    chip,
                    "png",
                    data.resolve(group.youngest() + 5 + "_1_0_x.png").toFile());
        }
        return new EvaluationJob(
                data, WeightsFolder.shipped(), null, folder.resolve("out"), new EvaluationOptions(Part.ALL, 0, 1));
    }
}
