package io.github.agefold.stage;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.Batches;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.dataset.Split;
import io.github.agefold.face.Face;
import io.github.agefold.network.AgeCgan;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.FaceRecognizer;
import io.github.agefold.network.NativeMemory;
import io.github.agefold.weights.NetworkWeights;
import io.github.agefold.weights.WeightsException;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Runs the stages one after the other, saving itself as it goes. */
public final class TrainingRun {
    private static final int PHOTOS_OF_A_GROUP = 2;
    private static final int STEPS_BETWEEN_COLLECTIONS = 8;

    private final RunFolder folder;
    private final TrainingOptions options;
    private final Batches batches;
    private final INDArray photos;
    private final AgeCgan networks;
    private final FaceRecognizer recognizer;
    private final AgeEstimator estimator;
    private final RunSaving saving;
    private Map<String, String> origin = Map.of();

    /**
     * @param folder where the run's files go
     * @param faces to learn from: their training part; a few of the validation part are shown in samples
     * @param recognizer whose embeddings stage 3 compares
     * @param estimator whose ages stage 3 asks for
     */
    public TrainingRun(
            RunFolder folder, FaceSet faces, TrainingOptions options, FaceRecognizer recognizer, AgeEstimator estimator)
            throws IOException {
        this.folder = folder;
        this.options = options;
        this.batches = new Batches(faces.of(Split.TRAIN));
        this.photos = samplePhotos(faces);
        this.recognizer = recognizer;
        this.estimator = estimator;
        this.networks = AgeCgan.create(options.seed());
        this.saving =
                new RunSaving(folder, options, faces, networks, new Acceptance(faces.of(Split.VALIDATION), recognizer));
    }

    /**
     * Begins with trained networks in place of chance: to be called before a new run's first step, not before one that is resumed.
     *
     * @param weights with a generator, a discriminator and an encoder
     * @throws WeightsException if one of them is absent or does not fit
     */
    public void beginWith(WeightsFolder weights) throws IOException {
        for (var network : networks.byName().entrySet()) {
            NetworkWeights.read(
                    weights.file(network.getKey()), network.getValue().tensors());
        }
        origin = weights.hashes();
    }

    /** Trains as {@link #run(RunListener, RunControl)} does, without pauses. */
    public boolean run(RunListener listener, BooleanSupplier stop) throws IOException {
        return run(listener, new RunControl(stop));
    }

    /**
     * Trains from the folder's checkpoint, or from the beginning where there is none, to the end or until it is stopped.
     *
     * @param listener told of each step
     * @param control looked at before each step
     * @return whether it came to the end
     * @throws TrainingException if a loss stops being a number, or another program trains in the folder; the last checkpoint stays
     * @throws IOException if the disk fails or is full; the last checkpoint stays
     */
    @SuppressWarnings("try") // the lock is there to be held
    public boolean run(RunListener listener, RunControl control) throws IOException {
        try (RunLock lock = folder.lock()) {
            return runLocked(listener, control);
        }
    }

    private boolean runLocked(RunListener listener, RunControl control) throws IOException {
        folder.writeOptions(options);
        List<StagePlan> plans = StagePlan.of(options, batches.count());
        Checkpoint checkpoint = folder.hasCheckpoint() ? Checkpoint.read(folder.checkpoint()) : null;
        if (checkpoint != null) {
            checkpoint.requireWithin(plans);
        }
        int first = checkpoint == null ? 0 : checkpoint.stage();
        for (int index = first; index < plans.size(); index++) {
            StagePlan plan = plans.get(index);
            Stage stage = create(plan.number());
            long step = 0;
            if (checkpoint != null) {
                step = checkpoint.step();
                checkpoint.restore(stage.state());
                stage.resumeAt(step);
                saving.forgetAfter(stage, step);
                checkpoint = null;
            } else if (index == 0) {
                saving.forgetAll();
                folder.writeOrigin(origin);
            }
            listener.begun(plan);
            if (!run(stage, index, plan, step, listener, control)) {
                return false;
            }
        }
        return true;
    }

    private boolean run(Stage stage, int index, StagePlan plan, long from, RunListener listener, RunControl control)
            throws IOException {
        RunWarnings warnings = new RunWarnings(options);
        long saved = System.nanoTime();
        try (LossFile.Writer log = folder.losses().append()) {
            for (long step = from; step < plan.steps(); step++) {
                RunControl.Wish wish = control.wish();
                if (wish != RunControl.Wish.GO_ON) {
                    saving.save(stage, index, step, listener);
                    saved = System.nanoTime();
                }
                if (wish == RunControl.Wish.PAUSE) {
                    listener.paused();
                    wish = control.awaitEndOfPause();
                }
                if (wish == RunControl.Wish.STOP) {
                    return false;
                }
                long begin = System.nanoTime();
                long stepSeed = new Random(options.seed() + 31L * index).nextLong() + step;
                Nd4j.getRandom().setSeed(stepSeed);
                Map<String, Double> values = stage.step(step, new Random(stepSeed));
                LossPoint point = new LossPoint(
                        stage.name(),
                        step + 1,
                        (step + 1) / plan.stepsPerEpoch(),
                        (System.nanoTime() - begin) / 1e9,
                        values);
                log.write(point);
                listener.step(point);
                requireNumbers(point);
                warnings.next(point).ifPresent(listener::warned);
                if (step % STEPS_BETWEEN_COLLECTIONS == 0) {
                    NativeMemory.free();
                }
                if (System.nanoTime() - saved > options.checkpointMinutes() * 60e9) {
                    saving.save(stage, index, step + 1, listener);
                    saved = System.nanoTime();
                } else if (RunSaving.showsSamplesAfter(step + 1)) {
                    saving.sample(stage, step + 1, listener);
                }
            }
        }
        saving.save(stage, index, plan.steps(), listener);
        return true;
    }

    /** A few validation faces of each group, [N, 3, 64, 64]; training faces where a small set has none left over. */
    private static INDArray samplePhotos(FaceSet faces) {
        List<LabelledFace> validation = faces.of(Split.VALIDATION);
        List<LabelledFace> from = validation.isEmpty() ? faces.faces() : validation;
        List<INDArray> photos = AgeGroup.ALL.stream()
                .flatMap(group -> from.stream().filter(f -> f.group() == group).limit(PHOTOS_OF_A_GROUP))
                .map(f -> Nd4j.createFromArray(f.face().pixels()).reshape(1, 3, Face.SIDE, Face.SIDE))
                .toList();
        return Nd4j.concat(0, photos.toArray(INDArray[]::new));
    }

    private Stage create(int number) {
        return switch (number) {
            case 1 -> new AdversarialStage(networks, batches, options);
            case 2 -> new ApproximationStage(networks, photos, options);
            case 3 -> new OptimizationStage(networks, recognizer, estimator, batches, photos, options);
            default -> throw new IllegalArgumentException("there is no stage " + number);
        };
    }

    private static void requireNumbers(LossPoint point) throws TrainingException {
        for (var loss : point.losses().entrySet()) {
            if (!Double.isFinite(loss.getValue())) {
                throw new TrainingException("training went wrong at step " + point.step() + " of stage "
                        + point.stage() + ": the loss " + loss.getKey() + " is " + loss.getValue()
                        + ". The last checkpoint is kept; go on from it with lower learning rates.");
            }
        }
    }
}
