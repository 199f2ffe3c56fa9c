package io.github.agefold.benchmark;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.dataset.Split;
import io.github.agefold.face.Face;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.FaceRecognizer;
import io.github.agefold.stage.RunFolder;
import io.github.agefold.stage.TrainingOptions;
import io.github.agefold.stage.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How fast a training stage goes: a run like any other, on faces of random pixels, in a folder that is removed afterwards.
 *
 * @param stage 1, 2 or 3
 * @param milliseconds median of a step
 * @param facesPerSecond over all timed steps, pauses between them included
 * @param peakBytes most memory in use during the run
 */
public record StageSpeed(int stage, double milliseconds, double facesPerSecond, long peakBytes) {
    private static final int FACES = 120;

    /**
     * @param batch faces to a step
     * @param watch how many steps are taken, and how many of them count
     */
    static StageSpeed measure(int stage, int batch, Stopwatch watch, FaceRecognizer recognizer, AgeEstimator estimator)
            throws IOException {
        FaceSet faces = noise();
        int steps = watch.warmUp() + watch.runs();
        TrainingOptions defaults = TrainingOptions.defaults();
        TrainingOptions options = defaults.with(
                List.of(stage),
                List.of((double) steps * batch / faces.of(Split.TRAIN).size()),
                batch,
                defaults.seed(),
                defaults.rates(),
                defaults.lossWeights(),
                Double.MAX_VALUE);
        Path folder = Files.createTempDirectory("agefold-benchmark");
        List<Long> ends = new ArrayList<>();
        try (PeakMemory memory = new PeakMemory()) {
            new TrainingRun(new RunFolder(folder), faces, options, recognizer, estimator)
                    .run(point -> ends.add(System.nanoTime()), () -> false);
            double[] times = new double[watch.runs()];
            for (int i = 0; i < times.length; i++) {
                times[i] = (ends.get(watch.warmUp() + i) - ends.get(watch.warmUp() + i - 1)) / 1e6;
            }
            double seconds = (ends.get(steps - 1) - ends.get(watch.warmUp() - 1)) / 1e9;
            return new StageSpeed(stage, Stopwatch.median(times), times.length * batch / seconds, memory.bytes());
        } finally {
            delete(folder);
        }
    }

    /** Faces of random pixels, all groups alike. */
    private static FaceSet noise() {
        Random random = new Random(1);
        List<LabelledFace> faces = new ArrayList<>();
        for (int i = 0; i < FACES; i++) {
            byte[] pixels = new byte[Face.LENGTH];
            random.nextBytes(pixels);
            faces.add(new LabelledFace(
                    "noise" + i, AgeGroup.ALL.get(i % AgeGroup.COUNT).youngest(), pixels));
        }
        return new FaceSet(faces, Map.of());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
