package io.github.agefold.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.agefold.weights.Safetensors;
import io.github.agefold.weights.Tensor;
import io.github.agefold.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CheckpointTest {
    @TempDir
    private Path folder;

    @Test
    void stateComesBack() throws IOException {
        Path file = folder.resolve("a");
        Checkpoint.write(file, 1, 7, Map.of("w", Nd4j.createFromArray(1f, 2f, 3f)));
        INDArray restored = Nd4j.zeros(3);
        Checkpoint.read(file).restore(Map.of("w", restored));
        assertThat(restored.toFloatVector()).containsExactly(1, 2, 3);
        assertThat(Checkpoint.read(file).stage()).isEqualTo(1);
        assertThat(Checkpoint.read(file).step()).isEqualTo(7);
    }

    @Test
    void stateThatIsNoNumberIsNotWrittenOverTheLastGoodOne() throws IOException {
        Path file = folder.resolve("a");
        Checkpoint.write(file, 0, 1, Map.of("w", Nd4j.createFromArray(1f, 2f)));
        byte[] good = Files.readAllBytes(file);
        assertThatThrownBy(() -> Checkpoint.write(file, 0, 2, Map.of("w", Nd4j.createFromArray(1f, Float.NaN))))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("w has NaN")
                .hasMessageContaining("last checkpoint is kept");
        assertThat(file).hasBinaryContent(good);
    }

    @Test
    void checkpointOfOtherNetworksIsRefusedByName() throws IOException {
        Path file = folder.resolve("a");
        Checkpoint.write(file, 0, 1, Map.of("w", Nd4j.createFromArray(1f, 2f)));
        assertThatThrownBy(() -> Checkpoint.read(file).restore(Map.of("w", Nd4j.zeros(3))))
                .hasMessageContaining("does not fit this run: w should be 3 numbers");
    }

    @Test
    void checkpointOfAStrangerThatIsNoNumberIsRefused() throws IOException {
        Path file = folder.resolve("a");
        new Safetensors(Map.of("stage", "0", "step", "1"), Map.of("w", Tensor.single(new float[] {1, Float.NaN}, 2)))
                .write(file);
        assertThatThrownBy(() -> Checkpoint.read(file).restore(Map.of("w", Nd4j.zeros(2))))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("has NaN in w");
    }

    @ParameterizedTest
    @CsvSource({"-1,0", "3,0", "9223372036854775807,0", "0,-1"})
    void checkpointThatStandsNowhereIsRefused(String stage, String step) throws IOException {
        Path file = folder.resolve("a");
        new Safetensors(Map.of("stage", stage, "step", step), Map.of()).write(file);
        List<StagePlan> plans = StagePlan.of(TrainingOptions.defaults(), 100);
        assertThatThrownBy(() -> Checkpoint.read(file).requireWithin(plans))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("which has none such");
    }
}
