package io.github.agefold.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.DatasetException;
import io.github.agefold.dataset.FaceReader;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.dataset.Split;
import io.github.agefold.face.Face;
import io.github.agefold.stage.LossPoint;
import io.github.agefold.stage.RunControl;
import io.github.agefold.stage.RunFolder;
import io.github.agefold.stage.RunListener;
import io.github.agefold.stage.RunLock;
import io.github.agefold.stage.TrainingException;
import io.github.agefold.stage.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TrainModelTest {
    @TempDir
    private Path folder;

    private final ExecutorService screen = Executors.newSingleThreadExecutor();
    private final StepwiseTrainer trainer = new StepwiseTrainer();
    private TrainModel model;

    /** Reads and trains as it is let: a permit a step. */
    private static final class StepwiseTrainer implements Trainer {
        final Semaphore permits = new Semaphore(0);
        final List<Long> taken = new ArrayList<>();
        FaceSet faces = faces();
        IOException reading;
        boolean waits;
        IOException failure;

        @Override
        public FaceSet read(Path source, RunFolder run, FaceReader.Progress progress, BooleanSupplier stop)
                throws IOException {
            progress.read(3, 12);
            while (waits && !stop.getAsBoolean()) {
                Thread.onSpinWait();
            }
            if (stop.getAsBoolean()) {
                throw new CancellationException();
            }
            if (reading != null) {
                throw reading;
            }
            return faces;
        }

        @Override
        public boolean train(
                RunFolder run, FaceSet set, TrainingOptions options, RunListener listener, RunControl control)
                throws IOException {
            run.writeOptions(options);
            for (long step = 1; step <= 4; step++) {
                permits.acquireUninterruptibly();
                if (failure != null) {
                    throw failure;
                }
                if (step == 3) {
                    listener.warned("All is not well.");
                }
                listener.step(new LossPoint("adversarial", step, step / 2.0, 0.5, Map.of("generator", 1.0 / step)));
                taken.add(step);
            }
            return true;
        }
    }

    @BeforeEach
    void makeModel() {
        model = new TrainModel(trainer, screen, folder.resolve("runs"));
    }

    @AfterEach
    void endThreads() {
        trainer.permits.release(100);
        model.close();
        screen.shutdown();
    }

    @Test
    void dataIsCountedBeforeAnythingIsTrained() throws Exception {
        onScreen(() -> model.chooseData(Path.of("faces.zip")));
        await(TrainState.READY);
        DataSummary data = model.dataProperty().get();
        assertThat(data.groups()).hasSize(6).containsEntry(AgeGroup.FROM_30, 2);
        assertThat(data.refused()).containsExactly(Map.entry("no face was found in it", 2));
        assertThat(data.samples()).hasSize(12);
        assertThat(model.folderProperty().get().getFileName().toString()).startsWith("faces-20");
        assertThat(model.hasBegun()).isFalse();
    }

    @Test
    void progressOfReadingIsSeenAndReadingCanBeCancelled() throws Exception {
        trainer.waits = true;
        onScreen(() -> model.chooseData(Path.of("faces.zip")));
        await(() -> new TrainProperties.ReadingProgress(3, 12)
                .equals(model.readingProperty().get()));
        onScreen(model::cancelReading);
        await(TrainState.EMPTY);
    }

    @Test
    void dataThatCannotBeReadSaysWhy() throws Exception {
        trainer.reading = new DatasetException("faces.zip has no usable face.");
        onScreen(() -> model.chooseData(Path.of("faces.zip")));
        await(TrainState.FAILED);
        assertThat(model.problemProperty().get()).isEqualTo("faces.zip has no usable face.");
        assertThat(onScreen(model::canStart)).isFalse();
    }

    @Test
    void dataWithoutAGroupIsNotTrainedOn() throws Exception {
        trainer.faces = new FaceSet(
                faces().faces().stream()
                        .filter(f -> f.group() != AgeGroup.FROM_60)
                        .toList(),
                Map.of());
        onScreen(() -> model.chooseData(Path.of("faces.zip")));
        await(TrainState.FAILED);
        assertThat(model.problemProperty().get()).contains("no face of 60+");
        assertThat(onScreen(model::canStart)).isFalse();
    }

    @Test
    void stepsReachThePlotAndTheClockAndWarningsTheUser() throws Exception {
        start();
        trainer.permits.release(4);
        await(TrainState.FINISHED);
        assertThat(model.losses().stage("adversarial").isEmpty()).isFalse();
        assertThat(model.whereProperty().get().step()).isEqualTo(4);
        assertThat(model.whereProperty().get().elapsed()).isEqualTo(2);
        assertThat(model.warningProperty().get()).isEqualTo("All is not well.");
        onScreen(model::dismissWarning);
        assertThat(model.warningProperty().get()).isEmpty();
    }

    @Test
    void invalidOptionsStartNothing() throws Exception {
        onScreen(() -> model.chooseData(Path.of("faces.zip")));
        await(TrainState.READY);
        onScreen(() -> {
            model.options().textProperty(OptionField.BATCH).set("none");
            model.start();
        });
        assertThat(model.stateProperty().get()).isEqualTo(TrainState.READY);
    }

    @Test
    void runThatFailsSaysWhyAndCanGoOn() throws Exception {
        start();
        trainer.failure = new TrainingException("the loss generator is NaN. The last checkpoint is kept.");
        trainer.permits.release(1);
        await(TrainState.FAILED);
        assertThat(model.problemProperty().get()).contains("NaN");
        assertThat(onScreen(model::canStart)).isTrue();
        trainer.failure = null;
        onScreen(model::start);
        trainer.permits.release(4);
        await(TrainState.FINISHED);
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void nothingElseIsChosenWhileARunIsInProgress() throws Exception {
        start();
        Path run = model.folderProperty().get();
        onScreen(() -> {
            model.chooseData(Path.of("others.zip"));
            model.open(Path.of("elsewhere"));
            model.leave();
        });
        assertThat(model.folderProperty().get()).isEqualTo(run);
        assertThat(model.stateProperty().get()).isEqualTo(TrainState.RUNNING);
    }

    @Test
    void weightsAreUsableOnlyOnceAnEncoderHasLearned() throws Exception {
        start();
        trainer.permits.release(4);
        await(TrainState.FINISHED);
        assertThat(onScreen(model::hasUsableWeights)).isFalse();
    }

    @Test
    void folderThatHoldsNoRunIsSaidToHoldNone() throws Exception {
        onScreen(() -> model.open(folder));
        await(TrainState.FAILED);
        assertThat(model.problemProperty().get()).contains("holds no run");
    }

    @Test
    void runThatAnotherProgramTrainsIsWatched() throws Exception {
        RunFolder run = new RunFolder(folder.resolve("theirs"));
        run.writeOptions(TrainingOptions.defaults());
        Path losses = run.path().resolve("losses.jsonl");
        Files.writeString(losses, line(1) + line(2));
        RunLock theirs = run.lock();
        onScreen(() -> model.open(run.path()));
        await(TrainState.WATCHING);
        assertThat(onScreen(model::canStart)).isFalse();

        Files.writeString(losses, line(3), StandardOpenOption.APPEND);
        await(() -> model.losses().stage("approximation").series("encoder").size() == 3);

        theirs.close();
        await(TrainState.FAILED);
        assertThat(model.problemProperty().get()).contains("no faces.safetensors");
    }

    private static String line(int step) {
        return "{\"stage\":\"approximation\",\"step\":" + step + ",\"epoch\":0.1,\"seconds\":0.5,\"encoder\":1.5}\n";
    }

    private void start() throws Exception {
        onScreen(() -> model.chooseData(Path.of("faces.zip")));
        await(TrainState.READY);
        onScreen(model::start);
        await(TrainState.RUNNING);
    }

    private static FaceSet faces() {
        List<LabelledFace> faces = new ArrayList<>();
        for (AgeGroup group : AgeGroup.ALL) {
            int made = 0;
            for (int i = 0; made < 2; i++) {
                String name = group.youngest() + "_" + i + ".png";
                if (Split.of(name) == Split.TRAIN) {
                    faces.add(new LabelledFace(name, group.youngest(), new byte[Face.LENGTH]));
                    made++;
                }
            }
        }
        return new FaceSet(faces, Map.of("a", "no face was found in it", "b", "no face was found in it"));
    }

    private void onScreen(Runnable work) throws Exception {
        screen.submit(work).get();
    }

    private <T> T onScreen(Callable<T> work) throws Exception {
        return screen.submit(work).get();
    }

    private void await(TrainState state) throws Exception {
        await(() -> model.stateProperty().get() == state);
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            onScreen(model::tick);
            if (onScreen(condition)) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError(
                "never so; the state is " + model.stateProperty().get());
    }
}
