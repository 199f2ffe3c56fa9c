package io.github.agefold.stage;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void stagesThatAreNoneOrOutOfOrderAreRefused() {
        refuses(List.of(4), List.of(1.0), 16, "1, 2 and 3");
        refuses(List.of(2, 1), List.of(1.0, 1.0), 16, "in order");
        refuses(List.of(1, 1), List.of(1.0, 1.0), 16, "at most once");
    }

    @Test
    void eachStageNeedsItsEpochs() {
        refuses(List.of(1, 2), List.of(1.0), 16, "needs its epochs");
        refuses(List.of(1), List.of(0.0), 16, "above 0");
        refuses(List.of(1), List.of(Double.NaN), 16, "above 0");
    }

    @Test
    void batchNormNeedsTwoFaces() {
        refuses(List.of(1), List.of(1.0), 1, "at least 2");
    }

    @Test
    void optionsOfARunThatMissSomeOrHaveNoNumberAreRefusedInASentence() throws IOException {
        RunFolder run = new RunFolder(folder);
        run.writeOptions(TrainingOptions.defaults());
        Path file = folder.resolve("options.json");
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("\"rates\"", "\"rats\""));
        assertThatThrownBy(run::readOptions).isInstanceOf(TrainingException.class);
        Files.writeString(file, whole.replaceFirst("\"rates\"\\s*:\\s*\\{[^}]*}", "\"rates\":null"));
        assertThatThrownBy(run::readOptions)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("learning rates are missing");
        Files.writeString(file, whole.replaceFirst("\"pixel\"\\s*:[^,}]*", "\"pixel\":1e999"));
        assertThatThrownBy(run::readOptions)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("loss weights must be at least 0");
    }

    private static void refuses(List<Integer> stages, List<Double> epochs, int batch, String why) {
        TrainingOptions d = TrainingOptions.defaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TrainingOptions(stages, epochs, batch, 1, d.rates(), d.lossWeights(), 1, 0, 0.9, 0.3, 5))
                .withMessageContaining(why);
    }
}
