package io.github.agefold.cli;

import io.github.agefold.dataset.FaceCache;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.FaceNet;
import io.github.agefold.stage.LossPoint;
import io.github.agefold.stage.LossWeights;
import io.github.agefold.stage.RunFolder;
import io.github.agefold.stage.TrainingOptions;
import io.github.agefold.stage.TrainingRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code agefold train}: runs the training stages on a set of faces. */
@Command(name = "train", description = "Trains the networks on a set of faces.", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR-or-ZIP", description = "faces named as UTKFace's are")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the run")
    private Path out;

    @Option(names = "--stages", split = ",", defaultValue = "1,2,3", description = "stages to run")
    private List<Integer> stages;

    @Option(names = "--epochs", split = ",", defaultValue = "6,2,4", description = "epochs of each stage")
    private List<Double> epochs;

    @Option(names = "--batch", defaultValue = "48", description = "faces to a step")
    private int batch;

    @Option(names = "--seed", defaultValue = "1", description = "of all chance")
    private long seed;

    @Option(names = "--weights", defaultValue = "weights", description = "folder with the pretrained face networks")
    private Path weights;

    @Option(names = "--resume", description = "go on with the run in the folder")
    private boolean resume;

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(out);
        RunFolder folder = new RunFolder(out);
        TrainingOptions options = resume
                ? folder.readOptions()
                : new TrainingOptions(
                        stages, epochs, batch, seed, 2e-4, 3e-4, 2e-4, 1e-4, 0, 0.9, 0.3, LossWeights.defaults(), 5);
        FaceSet faces = FaceCache.read(folder.faces(), data);
        System.err.println(faces.faces().size() + " faces, " + faces.refused().size() + " refused");
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        // Ctrl+C and a shutdown of the system ask the run to stop, and wait until it has saved itself
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.set(true);
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try {
            new TrainingRun(
                            folder,
                            faces,
                            options,
                            FaceNet.load(weights.resolve("facenet.safetensors")),
                            AgeEstimator.load(weights.resolve("age-estimator.safetensors")))
                    .run(this::print, stop::get);
        } finally {
            ended.countDown();
        }
        return 0;
    }

    private void print(LossPoint point) {
        if (point.step() % 20 == 0) {
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT,
                    "%s %d epoch %.2f %.2f s",
                    point.stage(),
                    point.step(),
                    point.epoch(),
                    point.seconds()));
            point.losses().forEach((k, v) -> line.append(String.format(Locale.ROOT, "  %s %.3f", k, v)));
            System.err.println(line);
        }
    }
}
