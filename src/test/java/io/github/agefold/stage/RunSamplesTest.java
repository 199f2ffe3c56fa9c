package io.github.agefold.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSamplesTest {
    @TempDir
    private Path folder;

    @Test
    void samplesBetweenCheckpointsAreOftenAtFirstAndThenRarer() {
        assertThat(LongStream.rangeClosed(1, 200).filter(RunSaving::showsSamplesAfter))
                .containsExactly(8L, 16L, 32L, 64L, 128L);
    }

    @Test
    void samplesOfStepsThatWillBeTakenAgainAreForgotten() throws IOException {
        RunFolder run = new RunFolder(folder);
        BufferedImage grid = new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB);
        run.writeSample("adversarial", 64, grid);
        run.writeSample("approximation", 8, grid);
        run.writeSample("approximation", 16, grid);

        run.forgetSamples(sample -> sample.stage().equals("approximation") && sample.step() > 8);

        assertThat(run.samples())
                .extracting(sample -> sample.stage() + " " + sample.step())
                .containsExactly("adversarial 64", "approximation 8");
    }
}
