package io.github.agefold.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.agefold.file.FileProblem;
import io.github.agefold.file.SmallFile;
import io.github.agefold.file.WholeFile;
import io.github.agefold.network.AgeCgan;
import io.github.agefold.weights.NetworkWeights;
import io.github.agefold.weights.WeightsFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a training run: options.json, losses.jsonl (a line a step), acceptance.jsonl (a line a checkpoint of stages 2 and 3),
 * checkpoint.safetensors, samples/ (a grid at each checkpoint, and some before), weights/ (what the run has reached, for use), card.json
 * (what that is), origin.json (the weights that it began with, if any), faces.safetensors (the data, decoded).
 */
public final class RunFolder {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final TypeReference<Map<String, String>> HASHES = new TypeReference<>() {};

    private final Path folder;

    public RunFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    Path checkpoint() {
        return folder.resolve("checkpoint.safetensors");
    }

    /** Where the run's data set is kept, decoded. */
    public Path faces() {
        return folder.resolve("faces.safetensors");
    }

    /** The losses of every step. */
    public LossFile losses() {
        return new LossFile(folder.resolve("losses.jsonl"));
    }

    /** How many reconstructions the face recogniser accepts, at the checkpoints of stages 2 and 3. */
    public LossFile acceptance() {
        return new LossFile(folder.resolve("acceptance.jsonl"));
    }

    /** The weights that the run has reached. */
    public Path weights() {
        return folder.resolve("weights");
    }

    /** Whether there are weights of a generator and an encoder to use. */
    public boolean hasWeights() {
        return Files.exists(weights().resolve("manifest.json"));
    }

    /** Whether there is a run to go on with. */
    public boolean hasCheckpoint() {
        return Files.exists(checkpoint());
    }

    /** Whether there is a run, though it may not have come to its first checkpoint. */
    public boolean hasRun() {
        return hasCheckpoint() || Files.exists(options());
    }

    private Path options() {
        return folder.resolve("options.json");
    }

    /**
     * Keeps other programs, and other threads, from training here until it is closed.
     *
     * @throws TrainingException if one does already
     */
    public RunLock lock() throws IOException {
        RunLock lock = tryLock();
        if (lock == null) {
            throw new TrainingException(
                    folder + " is being trained by another program. Stop that one first, or choose another folder.");
        }
        return lock;
    }

    /** Whether a program trains here now. */
    public boolean isLocked() throws IOException {
        if (!Files.isWritable(lockFile())) {
            // nobody has trained here, or nobody may
            return false;
        }
        try (RunLock lock = RunLock.tryLock(lockFile())) {
            return lock == null;
        }
    }

    private @Nullable RunLock tryLock() throws IOException {
        FileProblem.createFolder(folder);
        try {
            return RunLock.tryLock(lockFile());
        } catch (IOException e) {
            throw FileProblem.notWritten(lockFile(), e);
        }
    }

    private Path lockFile() {
        return folder.resolve("run.lock");
    }

    /** Keeps the options that the run begins or goes on with. */
    public void writeOptions(TrainingOptions options) throws IOException {
        FileProblem.createFolder(folder);
        WholeFile.write(options(), JSON.writeValueAsBytes(options));
    }

    /**
     * The options that the run began with.
     *
     * @throws TrainingException if there are none, or they are broken
     */
    public TrainingOptions readOptions() throws IOException {
        try {
            TrainingOptions options = JSON.readValue(SmallFile.read(options()), TrainingOptions.class);
            if (options == null) {
                throw new TrainingException(options() + " holds nothing. Mend it, or start a new run.");
            }
            return options;
        } catch (NoSuchFileException e) {
            throw new TrainingException(folder + " holds no run: it has no options.json. Choose a run's folder.");
        } catch (JsonProcessingException e) {
            throw new TrainingException(
                    options() + " cannot be read (" + e.getOriginalMessage() + "). Mend it, or start a new run.");
        }
    }

    private Path origin() {
        return folder.resolve("origin.json");
    }

    /** Keeps the SHA-256 sums of the weights that the run began with. */
    void writeOrigin(Map<String, String> hashes) throws IOException {
        WholeFile.write(origin(), JSON.writeValueAsBytes(hashes));
    }

    /** The SHA-256 sums of the weights that the run began with, by file; none where it began by chance. */
    Map<String, String> readOrigin() throws IOException {
        return Files.exists(origin()) ? JSON.readValue(SmallFile.read(origin()), HASHES) : Map.of();
    }

    void writeSample(String stage, long step, BufferedImage image) throws IOException {
        Path samples = folder.resolve("samples");
        FileProblem.createFolder(samples);
        WholeFile.writePng(samples.resolve(SampleFile.name(stage, step)), image);
    }

    /** The samples so far, in the order of training. */
    public List<SampleFile> samples() throws IOException {
        Path samples = folder.resolve("samples");
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(samples)) {
            return files.map(SampleFile::of)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingInt(SampleFile::stageOrder).thenComparingLong(SampleFile::step))
                    .toList();
        }
    }

    /** Deletes samples whose steps will be taken again. */
    void forgetSamples(Predicate<SampleFile> outdated) throws IOException {
        for (SampleFile sample : samples()) {
            if (outdated.test(sample)) {
                Files.deleteIfExists(sample.file());
            }
        }
    }

    /** Writes the networks for use: half precision, a file each. */
    void writeWeights(AgeCgan networks, Map<String, String> notes) throws IOException {
        FileProblem.createFolder(weights());
        for (var network : networks.byName().entrySet()) {
            NetworkWeights.write(
                    weights().resolve(network.getKey() + ".safetensors"),
                    network.getValue().tensors(),
                    notes);
        }
        WeightsFolder.writeManifest(weights());
    }

    /** Whether the weights are those of one checkpoint: a program that is killed may have replaced some of them. */
    boolean weightsAreWhole() {
        try {
            WeightsFolder written = WeightsFolder.open(weights());
            for (String network : List.of("generator", "discriminator", "encoder")) {
                written.file(network);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void writeCard(Map<String, ?> card) throws IOException {
        WholeFile.write(folder.resolve("card.json"), JSON.writeValueAsBytes(card));
    }

    /** Lists of stages and epochs as people read them. */
    static String join(List<?> values) {
        return String.join(",", values.stream().map(Object::toString).toList());
    }
}
