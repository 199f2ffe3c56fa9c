package io.github.agefold.ui.evaluation;

import io.github.agefold.evaluation.EvaluationJob;
import io.github.agefold.evaluation.EvaluationOptions;
import io.github.agefold.evaluation.EvaluationProgress;
import io.github.agefold.evaluation.EvaluationReport;
import io.github.agefold.evaluation.Part;
import io.github.agefold.ui.background.Problems;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is measured and how far it is. Commands are called and properties change on the screen's thread; measuring has a thread and networks
 * of its own, so that photos can be aged meanwhile.
 */
public final class EvaluationModel {
    private static final int SECONDS_TO_END = 5;

    private final Evaluator evaluator;
    private final Executor screen;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread measuring = new Thread(work, "evaluation");
        measuring.setDaemon(true);
        return measuring;
    });
    private final ObjectProperty<@Nullable Path> data = new SimpleObjectProperty<>();
    private final ObjectProperty<Path> weights;
    private final ObjectProperty<Path> out;
    private final IntegerProperty limit =
            new SimpleIntegerProperty(EvaluationOptions.defaults().limit());
    private final ObjectProperty<Part> split =
            new SimpleObjectProperty<>(EvaluationOptions.defaults().split());
    private final ReadOnlyObjectWrapper<EvaluationState> state = new ReadOnlyObjectWrapper<>(EvaluationState.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable EvaluationProgress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable EvaluationReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private AtomicBoolean stop = new AtomicBoolean();
    private @Nullable Path reportFolder;

    /**
     * @param screen runs what changes the properties
     * @param shipped the weights that are measured at first
     * @param reports where the report goes at first
     */
    public EvaluationModel(Evaluator evaluator, Executor screen, Path shipped, Path reports) {
        this.evaluator = evaluator;
        this.screen = screen;
        weights = new SimpleObjectProperty<>(shipped);
        out = new SimpleObjectProperty<>(reports);
    }

    /** Measures what is chosen; does nothing while it does so already, or without data. */
    public void start() {
        Path source = data.get();
        if (isBusy() || source == null) {
            return;
        }
        EvaluationOptions options = new EvaluationOptions(
                split.get(), limit.get(), EvaluationOptions.defaults().seed());
        EvaluationJob job = new EvaluationJob(source, weights.get(), null, out.get(), options);
        AtomicBoolean stopThis = new AtomicBoolean();
        stop = stopThis;
        problem.set("");
        progress.set(null);
        report.set(null);
        state.set(EvaluationState.RUNNING);
        thread.execute(() -> {
            try {
                EvaluationReport measured = evaluator.run(job, newest(), stopThis::get);
                screen.execute(() -> {
                    reportFolder = job.out();
                    report.set(measured);
                    state.set(EvaluationState.FINISHED);
                });
            } catch (CancellationException e) {
                screen.execute(() -> state.set(EvaluationState.CANCELLED));
            } catch (Throwable e) {
                screen.execute(() -> {
                    problem.set(Problems.sentence(e));
                    state.set(EvaluationState.FAILED);
                });
            }
        });
    }

    /** Shows the newest progress; a screen that is behind misses those between. */
    private Consumer<EvaluationProgress> newest() {
        AtomicReference<@Nullable EvaluationProgress> waiting = new AtomicReference<>();
        return made -> {
            if (waiting.getAndSet(made) == null) {
                screen.execute(() -> progress.set(waiting.getAndSet(null)));
            }
        };
    }

    /** Asks for an end; the state tells when it has come. Nothing is written then. */
    public void cancel() {
        if (state.get() == EvaluationState.RUNNING) {
            state.set(EvaluationState.STOPPING);
            stop.set(true);
        }
    }

    /** Whether something is being measured. */
    public boolean isBusy() {
        return state.get() == EvaluationState.RUNNING || state.get() == EvaluationState.STOPPING;
    }

    /** Lets go of all work: the window closes. */
    public void close() {
        stop.set(true);
        thread.shutdown();
        try {
            thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A folder or file of labelled faces; null at first. */
    public ObjectProperty<@Nullable Path> dataProperty() {
        return data;
    }

    /** Folder of the weights. */
    public ObjectProperty<Path> weightsProperty() {
        return weights;
    }

    /** Folder of the report. */
    public ObjectProperty<Path> outProperty() {
        return out;
    }

    /** How many faces; 0 for all. */
    public IntegerProperty limitProperty() {
        return limit;
    }

    public ObjectProperty<Part> splitProperty() {
        return split;
    }

    public ReadOnlyObjectProperty<EvaluationState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null until there is some. */
    public ReadOnlyObjectProperty<@Nullable EvaluationProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Null unless the state is {@link EvaluationState#FINISHED}. */
    public ReadOnlyObjectProperty<@Nullable EvaluationReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Where the report that is shown was written; null before. */
    public @Nullable Path reportFolder() {
        return reportFolder;
    }

    /** One sentence for the user; empty unless the state is {@link EvaluationState#FAILED}. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
