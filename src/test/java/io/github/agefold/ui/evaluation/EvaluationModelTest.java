package io.github.agefold.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.dataset.DatasetException;
import io.github.agefold.evaluation.EvaluationJob;
import io.github.agefold.evaluation.EvaluationProgress;
import io.github.agefold.evaluation.Part;
import io.github.agefold.evaluation.SampleReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EvaluationModelTest {
    private static final Path DATA = Path.of("faces.zip");

    /** What waits for the screen's thread, which is the test's. */
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();

    private final List<EvaluationModel> models = new ArrayList<>();

    @AfterEach
    void close() {
        models.forEach(EvaluationModel::close);
    }

    @Test
    void withoutDataNothingStarts() {
        EvaluationModel model = model((job, progress, stop) -> SampleReport.of(true));
        model.start();
        assertThat(model.stateProperty().get()).isEqualTo(EvaluationState.IDLE);
    }

    @Test
    void whatIsChosenIsMeasuredAndTheReportShown() throws InterruptedException {
        List<EvaluationJob> jobs = new ArrayList<>();
        EvaluationModel model = model((job, progress, stop) -> {
            jobs.add(job);
            progress.accept(new EvaluationProgress("z0", 3, 12));
            return SampleReport.of(true);
        });
        model.dataProperty().set(DATA);
        model.limitProperty().set(60);
        model.splitProperty().set(Part.VALIDATION);
        model.start();
        await(() -> model.stateProperty().get() == EvaluationState.FINISHED);
        assertThat(jobs).hasSize(1);
        assertThat(jobs.get(0).data()).isEqualTo(DATA);
        assertThat(jobs.get(0).options().limit()).isEqualTo(60);
        assertThat(jobs.get(0).options().split()).isEqualTo(Part.VALIDATION);
        assertThat(model.progressProperty().get()).isEqualTo(new EvaluationProgress("z0", 3, 12));
        assertThat(model.reportProperty().get()).isNotNull();
        assertThat(model.reportFolder()).isEqualTo(Path.of("report"));
    }

    @Test
    void cancelEndsItAndItCanStartAgain() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        EvaluationModel model = model((job, progress, stop) -> {
            begun.countDown();
            waitFor(stop);
            throw new CancellationException();
        });
        model.dataProperty().set(DATA);
        model.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        model.cancel();
        assertThat(model.stateProperty().get()).isEqualTo(EvaluationState.STOPPING);
        assertThat(model.isBusy()).isTrue();
        await(() -> model.stateProperty().get() == EvaluationState.CANCELLED);
        assertThat(model.reportProperty().get()).isNull();
        model.start();
        assertThat(model.stateProperty().get()).isEqualTo(EvaluationState.RUNNING);
    }

    @Test
    void failureIsSaidInItsOwnSentence() throws InterruptedException {
        EvaluationModel model = model((job, progress, stop) -> {
            throw new DatasetException("faces.zip is not there. Name a folder or a zip of faces.");
        });
        model.dataProperty().set(DATA);
        model.start();
        await(() -> model.stateProperty().get() == EvaluationState.FAILED);
        assertThat(model.problemProperty().get()).startsWith("faces.zip is not there.");
    }

    @Test
    void closingStopsWhatRuns() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        EvaluationModel model = model((job, progress, stop) -> {
            waitFor(stop);
            ended.countDown();
            throw new CancellationException();
        });
        model.dataProperty().set(DATA);
        model.start();
        model.close();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private EvaluationModel model(Evaluator evaluator) {
        EvaluationModel model = new EvaluationModel(evaluator, screen::add, Path.of("weights"), Path.of("report"));
        models.add(model);
        return model;
    }

    private static void waitFor(BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable next = screen.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("something for the screen to do").isNotNull();
            next.run();
        }
    }
}
