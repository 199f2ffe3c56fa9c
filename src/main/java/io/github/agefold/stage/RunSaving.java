package io.github.agefold.stage;

import io.github.agefold.dataset.FaceSet;
import io.github.agefold.dataset.Split;
import io.github.agefold.dataset.TrainingFaces;
import io.github.agefold.file.FileProblem;
import io.github.agefold.network.AgeCgan;
import io.github.agefold.prototype.Prototypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a run leaves at a checkpoint. The checkpoint comes first: whatever happens after it, the run goes on from there. */
final class RunSaving {
    /** Before, G may not have learned to tell its latent vectors apart yet. */
    private static final int FIRST_STEPS = 200;

    private static final int FIRST_SAMPLES = 8;

    private final RunFolder folder;
    private final TrainingOptions options;
    private final FaceSet faces;
    private final AgeCgan networks;
    private final Acceptance acceptance;
    private @Nullable Stage savedStage;
    private long savedStep;

    /** @param networks into which stages hand over what they have learned */
    RunSaving(RunFolder folder, TrainingOptions options, FaceSet faces, AgeCgan networks, Acceptance acceptance) {
        this.folder = folder;
        this.options = options;
        this.faces = faces;
        this.networks = networks;
        this.acceptance = acceptance;
    }

    /** Saves a stage as it is after a step; once, where it ends, or is paused or stopped, on a checkpoint. */
    void save(Stage stage, int index, long step, RunListener listener) throws IOException {
        if (stage == savedStage && step == savedStep) {
            return;
        }
        if (!folder.hasRun()) {
            // deleted while it trained: all that matters is still in memory
            folder.writeOptions(options);
            listener.warned(
                    folder.path() + " was gone and has been made anew. The run is saved in it, and can go on; its older"
                            + " losses and samples are lost, and its faces have to be read again when it is resumed.");
        }
        Checkpoint.write(folder.checkpoint(), index, step, stage.state());
        INDArray samples = writeSamples(stage, step);
        stage.finish(networks);
        writeWeights(stage, step);
        writeAcceptance(stage, step);
        folder.writeCard(card(stage, step));
        if (step > FIRST_STEPS
                && SampleVariety.areIdentical(samples, stage.sampleColumns(), stage.sampleColumns() - 1)) {
            listener.warned("At step " + step + " of stage " + stage.name()
                    + " all samples of an age look the same: the generator has collapsed to one face."
                    + " Go back to an older run, or start anew with lower learning rates.");
        }
        savedStage = stage;
        savedStep = step;
        listener.saved(stage.name(), step);
    }

    /**
     * Whether samples are to be seen after so many steps, checkpoint or not. At the beginning faces change fast: they come up within the first
     * hundreds of steps, often before the first checkpoint.
     */
    static boolean showsSamplesAfter(long steps) {
        return steps >= FIRST_SAMPLES && Long.bitCount(steps) == 1;
    }

    void sample(Stage stage, long step, RunListener listener) throws IOException {
        writeSamples(stage, step);
        listener.sampled(stage.name(), step);
    }

    private INDArray writeSamples(Stage stage, long step) throws IOException {
        INDArray samples = stage.samples();
        folder.writeSample(stage.name(), step, Samples.grid(samples, stage.sampleColumns()));
        return samples;
    }

    private void writeWeights(Stage stage, long step) throws IOException {
        writeCompanions();
        folder.writeWeights(
                networks,
                Map.of(
                        "stage", stage.name(),
                        "step", Long.toString(step),
                        "stages", RunFolder.join(options.stages()),
                        "batch", Integer.toString(options.batch()),
                        "seed", Long.toString(options.seed())));
    }

    /** What else belongs to weights: by which faces they were trained, and these faces' averages. Once: they stay the same. */
    private void writeCompanions() throws IOException {
        FileProblem.createFolder(folder.weights());
        Path hashes = folder.weights().resolve(TrainingFaces.FILE + ".safetensors");
        Path averages = folder.weights().resolve(Prototypes.FILE + ".safetensors");
        if (!Files.exists(hashes)) {
            TrainingFaces.of(faces.of(Split.TRAIN)).write(hashes);
        }
        if (!Files.exists(averages)) {
            Prototypes.average(faces.of(Split.TRAIN)).write(averages);
        }
    }

    private void writeAcceptance(Stage stage, long step) throws IOException {
        // before stage 2 there is no encoder to measure
        if (stage instanceof AdversarialStage) {
            return;
        }
        long begin = System.nanoTime();
        Map<String, Double> measured = acceptance.measure(networks);
        if (measured.isEmpty()) {
            return;
        }
        double epoch = step * (double) options.batch() / faces.of(Split.TRAIN).size();
        folder.acceptance().truncate(stage.name(), step - 1);
        try (LossFile.Writer out = folder.acceptance().append()) {
            out.write(new LossPoint(stage.name(), step, epoch, (System.nanoTime() - begin) / 1e9, measured));
        }
    }

    private Map<String, Object> card(Stage stage, long step) throws IOException {
        Map<String, Integer> groups = new LinkedHashMap<>();
        FaceSet.countByGroup(faces.of(Split.TRAIN)).forEach((group, count) -> groups.put(group.id(), count));
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("saved", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        card.put("stage", stage.name());
        card.put("step", step);
        card.put("trainingFaces", groups);
        card.put("refused", faces.countByReason());
        card.put("options", options);
        card.put("origin", folder.readOrigin());
        card.put("java", System.getProperty("java.version"));
        card.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return card;
    }

    /** What was written after the checkpoint that a run goes on from will be written again. */
    void forgetAfter(Stage stage, long step) throws IOException {
        folder.losses().truncate(stage.name(), step);
        folder.acceptance().truncate(stage.name(), step);
        folder.forgetSamples(sample -> sample.stage().equals(stage.name()) && sample.step() > step);
        if (!folder.weightsAreWhole()) {
            stage.finish(networks);
            writeWeights(stage, step);
        }
    }

    /** What a run wrote that was killed before its first checkpoint. */
    void forgetAll() throws IOException {
        folder.losses().clear();
        folder.acceptance().clear();
        folder.forgetSamples(sample -> true);
    }
}
