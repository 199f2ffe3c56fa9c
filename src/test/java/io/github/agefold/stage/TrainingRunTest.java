package io.github.agefold.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.FaceNet;
import io.github.agefold.weights.Safetensors;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
    private static final int STEPS_OF_A_STAGE = 2;

    /** A run from beginning to end, which several tests look at: it takes a minute. */
    @TempDir
    private static Path unbroken;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        assertThat(run(unbroken, point -> {})).isTrue();
    }

    @Test
    void runThatIsKilledTwiceGivesTheLossesOfAnUnbrokenOne() throws IOException {
        killAt(folder, "approximation", 1);
        killAt(folder, "optimization", 2);
        assertThat(run(folder, point -> {})).isTrue();

        assertThat(losses(folder)).isEqualTo(losses(unbroken)).hasSize(3 * STEPS_OF_A_STAGE);
    }

    @Test
    void runLeavesWeightsSamplesAndOptions() throws IOException {
        WeightsFolder weights = WeightsFolder.open(unbroken.resolve("weights"));
        for (String network : new String[] {"generator", "discriminator", "encoder"}) {
            assertThat(weights.file(network)).exists();
        }
        try (Stream<Path> samples = Files.list(unbroken.resolve("samples"))) {
            assertThat(samples.map(p -> p.getFileName().toString()))
                    .contains("adversarial-000002.png", "approximation-000002.png", "optimization-000002.png");
        }
        assertThat(new RunFolder(unbroken).readOptions()).isEqualTo(options());
    }

    @Test
    void stoppedRunSaysSoAndKeepsItsCheckpoint() throws IOException {
        RunFolder run = new RunFolder(folder);
        List<LossPoint> points = new ArrayList<>();
        assertThat(training(run).run(points::add, () -> points.size() == 1)).isFalse();
        assertThat(run.hasCheckpoint()).isTrue();
        assertThat(points).hasSize(1);
    }

    @Test
    void runBeginsWithTheWeightsThatItIsGiven() throws IOException {
        RunFolder older = new RunFolder(folder.resolve("older"));
        training(older).run(point -> {}, () -> true);
        RunFolder newer = new RunFolder(folder.resolve("newer"));
        TrainingRun run = new TrainingRun(newer, TinyRun.faces(2), seeded(2), faceNet(), ageEstimator());
        WeightsFolder weights = WeightsFolder.open(older.weights());
        run.beginWith(weights);
        run.run(point -> {}, () -> true);

        assertThat(generator(newer)).isEqualTo(generator(older));
        assertThat(newer.readOrigin()).isEqualTo(weights.hashes());
    }

    /** A hash of each tensor's numbers. */
    private static Map<String, Integer> generator(RunFolder run) throws IOException {
        Map<String, Integer> values = new TreeMap<>();
        Safetensors.read(run.weights().resolve("generator.safetensors"))
                .tensors()
                .forEach((name, tensor) -> values.put(name, Arrays.hashCode(tensor.toFloats())));
        return values;
    }

    private void killAt(Path run, String stage, long step) {
        assertThatThrownBy(() -> run(run, point -> {
                    if (point.stage().equals(stage) && point.step() == step) {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);
    }

    private static boolean run(Path folder, Consumer<LossPoint> losses) throws IOException {
        return training(new RunFolder(folder)).run(losses::accept, () -> false);
    }

    private static TrainingRun training(RunFolder folder) throws IOException {
        return new TrainingRun(folder, TinyRun.faces(2), options(), faceNet(), ageEstimator());
    }

    private static FaceNet faceNet() throws IOException {
        return FaceNet.load(Path.of("weights", "facenet.safetensors"));
    }

    private static AgeEstimator ageEstimator() throws IOException {
        return AgeEstimator.load(Path.of("weights", "age-estimator.safetensors"));
    }

    private static TrainingOptions options() {
        return seeded(1);
    }

    /** Two steps to a stage, a checkpoint after each. */
    private static TrainingOptions seeded(long seed) {
        return new TrainingOptions(
                List.of(1, 2, 3),
                List.of(1.0, 1.0, 1.0),
                6,
                seed,
                LearningRates.defaults(),
                LossWeights.defaults(),
                4,
                0.2,
                0.9,
                0.3,
                0);
    }

    /** The lines of the loss file, without the seconds, which differ from run to run. */
    private static List<String> losses(Path run) throws IOException {
        return Files.readAllLines(run.resolve("losses.jsonl")).stream()
                .map(line -> line.replaceAll("\"seconds\":[^,]*,", ""))
                .toList();
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
