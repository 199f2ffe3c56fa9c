package io.github.agefold.ui.training;

import io.github.agefold.dataset.FaceSet;
import io.github.agefold.stage.LossPoint;
import io.github.agefold.stage.RunControl;
import io.github.agefold.stage.RunFolder;
import io.github.agefold.stage.SampleFile;
import io.github.agefold.stage.StagePlan;
import io.github.agefold.stage.TrainingOptions;
import io.github.agefold.ui.background.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What happens between a folder of faces and weights. Commands are called and properties change on the screen's thread; all else
 * happens on the training thread, whose steps wait in a queue until {@link #tick}.
 */
public final class TrainModel extends TrainProperties {
    private static final int TICKS_BETWEEN_LOOKS = 4;
    private static final int SECONDS_TO_SAVE = 120;

    private final Trainer trainer;
    private final Executor screen;
    private final Path runs;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread training = new Thread(work, "training");
        // close() gives it time to save; native code that has not come back by then must not keep the program alive
        training.setDaemon(true);
        return training;
    });
    private final Queue<LossPoint> points = new ConcurrentLinkedQueue<>();

    private volatile @Nullable ReadingProgress readingNow;
    private volatile AtomicBoolean stopReading = new AtomicBoolean();
    private volatile RunControl control = new RunControl();
    private RunClock clock = new RunClock(List.of(), 1);
    private long lossesRead;
    private int ticks;

    /**
     * @param screen runs what changes the properties
     * @param runs folder in which new runs are made
     */
    public TrainModel(Trainer trainer, Executor screen, Path runs) {
        this.trainer = trainer;
        this.screen = screen;
        this.runs = runs;
    }

    /** Reads the faces of a source into a new run, which has yet to be begun. */
    public void chooseData(Path from) {
        if (isBusy()) {
            return;
        }
        forget();
        options().show(TrainingOptions.defaults());
        Path place = NewRun.folder(runs, from);
        folder.set(place);
        source.set(from.toString());
        state.set(TrainState.READING);
        AtomicBoolean stop = new AtomicBoolean();
        stopReading = stop;
        thread.execute(() -> {
            try {
                FaceSet read = trainer.read(
                        from,
                        new RunFolder(place),
                        (pictures, all) -> readingNow = new ReadingProgress(pictures, all),
                        stop::get);
                // from now on it is a run that can be opened: what was aligned is not aligned again
                new RunFolder(place).writeOptions(TrainingOptions.defaults());
                change(() -> ready(read));
            } catch (CancellationException e) {
                screen.execute(this::forget);
            } catch (Throwable e) {
                screen.execute(() -> fail(e));
            }
        });
    }

    /** Shows what was read; data that cannot be shown is told of, where the page would wait for ever. */
    private void change(Runnable shown) {
        screen.execute(() -> {
            try {
                shown.run();
            } catch (RuntimeException e) {
                fail(e);
            }
        });
    }

    private void ready(FaceSet read) {
        readingNow = null;
        reading.set(null);
        showFaces(read);
        DataSummary summary = DataSummary.of(read);
        problem.set(summary.problem());
        state.set(summary.problem().isEmpty() ? TrainState.READY : TrainState.FAILED);
    }

    /** Stops reading faces; nothing is kept. */
    public void cancelReading() {
        stopReading.set(true);
    }

    /** Opens a run that was made here or on the command line. */
    public void open(Path run) {
        if (isBusy()) {
            return;
        }
        forget();
        folder.set(run);
        state.set(TrainState.OPENING);
        thread.execute(() -> {
            try {
                OpenedRun opened = OpenedRun.read(new RunFolder(run));
                change(() -> show(opened));
            } catch (Throwable e) {
                screen.execute(() -> fail(e));
            }
        });
    }

    private void show(OpenedRun opened) {
        begun = !opened.losses().isEmpty();
        options().show(opened.options());
        if (opened.faces() != null) {
            showFaces(opened.faces());
        }
        plan(opened.options());
        opened.losses().forEach(this::add);
        lossesRead = opened.lossesRead();
        opened.acceptance().forEach(losses()::addAcceptance);
        losses().flush();
        samples().show(opened.samples());
        where.set(clock.now().orElse(null));
        if (opened.isTrained()) {
            begun = true;
            state.set(TrainState.WATCHING);
        } else if (faces != null && !begun) {
            state.set(TrainState.READY);
        } else if (faces == null) {
            problem.set(folder.get()
                    + " has no faces.safetensors, so the run cannot go on here. Read its data again with agefold train"
                    + " --resume --data PATH --out DIR.");
            state.set(TrainState.FAILED);
        } else {
            Whereabouts at = where.get();
            state.set(at != null && at.isLast() && at.step() >= at.steps() ? TrainState.FINISHED : TrainState.STOPPED);
        }
    }

    private void showFaces(FaceSet now) {
        faces = now;
        data.set(DataSummary.of(now));
    }

    private void plan(TrainingOptions made) {
        DataSummary summary = data.get();
        if (summary != null) {
            List<StagePlan> plans = StagePlan.of(made, summary.training());
            losses().plan(plans);
            clock.replan(plans, made.batch());
        }
    }

    /** Begins the run, or goes on from its last checkpoint. */
    public void start() {
        Path place = folder.get();
        FaceSet from = faces;
        if (!canStart() || !options().validProperty().get() || place == null || from == null) {
            return;
        }
        TrainingOptions made = options().options();
        RunControl mine = new RunControl();
        control = mine;
        begun = true;
        problem.set("");
        warning.set("");
        plan(made);
        state.set(TrainState.RUNNING);
        thread.execute(() -> {
            try {
                boolean finished = trainer.train(
                        new RunFolder(place),
                        from,
                        made,
                        new ScreenListener(new RunFolder(place), this, points, screen, this::tick),
                        mine);
                screen.execute(() -> end(finished ? TrainState.FINISHED : TrainState.STOPPED));
            } catch (Throwable e) {
                screen.execute(() -> {
                    tick();
                    fail(e);
                });
            }
        });
    }

    /** Asks the run to wait after its step, saved, and with all in memory. */
    public void pause() {
        if (state.get() == TrainState.RUNNING) {
            state.set(TrainState.PAUSING);
            control.pause();
        }
    }

    /** Lets a paused run go on. */
    public void resume() {
        if (state.get() == TrainState.PAUSED || state.get() == TrainState.PAUSING) {
            state.set(TrainState.RUNNING);
            control.resume();
        }
    }

    /** Asks the run to save itself after its step and to end. */
    public void stop() {
        if (isTraining()) {
            state.set(TrainState.STOPPING);
            control.stop();
        }
    }

    private void end(TrainState now) {
        tick();
        state.set(now);
    }

    private void fail(Throwable e) {
        readingNow = null;
        reading.set(null);
        problem.set(Problems.sentence(e));
        state.set(TrainState.FAILED);
    }

    /** Goes back to where data or a run is chosen; the run stays on the disk. */
    public void leave() {
        if (!isBusy()) {
            forget();
        }
    }

    private void forget() {
        readingNow = null;
        reading.set(null);
        faces = null;
        begun = false;
        encoderIsTrained = false;
        lossesRead = 0;
        ticks = 0;
        points.clear();
        clock = new RunClock(List.of(), 1);
        data.set(null);
        folder.set(null);
        source.set("");
        where.set(null);
        stage.set("");
        warning.set("");
        problem.set("");
        losses().clear();
        samples().clear();
        state.set(TrainState.EMPTY);
    }

    /** Takes the warning away: the user has read it. */
    public void dismissWarning() {
        warning.set("");
    }

    /** Shows what has happened since the last time; called a few times a second. */
    public void tick() {
        boolean any = false;
        for (LossPoint point = points.poll(); point != null; point = points.poll()) {
            add(point);
            any = true;
        }
        if (any) {
            losses().flush();
            where.set(clock.now().orElse(null));
        }
        if (state.get() == TrainState.READING) {
            reading.set(readingNow);
        }
        if (state.get() == TrainState.WATCHING && ++ticks % TICKS_BETWEEN_LOOKS == 0) {
            look();
        }
    }

    private void add(LossPoint point) {
        losses().add(point);
        clock.next(point);
        stage.set(point.stage());
        encoderIsTrained |= !point.stage().equals("adversarial");
    }

    /** Reads what the program that trains the run has written since. */
    private void look() {
        Path place = folder.get();
        if (place == null) {
            return;
        }
        long from = lossesRead;
        thread.execute(() -> {
            RunFolder run = new RunFolder(place);
            try {
                boolean ended = !run.isLocked();
                boolean begunAnew = run.losses().length() < from;
                List<LossPoint> more = new ArrayList<>();
                long read = begunAnew ? from : run.losses().read(from, more::add);
                List<SampleFile> pictures = run.samples();
                screen.execute(() -> {
                    if (state.get() != TrainState.WATCHING || !place.equals(folder.get()) || lossesRead != from) {
                        return;
                    }
                    if (ended || begunAnew) {
                        open(place);
                        return;
                    }
                    lossesRead = read;
                    points.addAll(more);
                    samples().show(pictures);
                });
            } catch (Throwable e) {
                screen.execute(() -> {
                    if (state.get() == TrainState.WATCHING && place.equals(folder.get())) {
                        fail(e);
                    }
                });
            }
        });
    }

    /** Lets go of all work and waits until the run has saved itself: the window closes. */
    public void close() {
        stopReading.set(true);
        control.stop();
        thread.shutdown();
        try {
            thread.awaitTermination(SECONDS_TO_SAVE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
