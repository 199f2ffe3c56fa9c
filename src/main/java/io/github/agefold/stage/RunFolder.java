package io.github.agefold.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.agefold.network.AgeCgan;
import io.github.agefold.weights.NetworkWeights;
import io.github.agefold.weights.WeightsFolder;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The files of a training run: options.json, losses.jsonl (a line a step), checkpoint.safetensors, samples/ (a grid at each
 * checkpoint), weights/ (what the run has reached, for use), faces.safetensors (the data, decoded).
 */
public final class RunFolder {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final ObjectMapper JSON_LINE = new ObjectMapper();

    private final Path folder;

    public RunFolder(Path folder) {
        this.folder = folder;
    }

    Path checkpoint() {
        return folder.resolve("checkpoint.safetensors");
    }

    /** Where the run's data set is kept, decoded. */
    public Path faces() {
        return folder.resolve("faces.safetensors");
    }

    private Path losses() {
        return folder.resolve("losses.jsonl");
    }

    /** Whether there is a run to go on with. */
    public boolean hasCheckpoint() {
        return Files.exists(checkpoint());
    }

    void writeOptions(TrainingOptions options) throws IOException {
        Files.createDirectories(folder);
        replace(folder.resolve("options.json"), JSON.writeValueAsBytes(options));
    }

    /** The options that the run began with. */
    public TrainingOptions readOptions() throws IOException {
        return JSON.readValue(folder.resolve("options.json").toFile(), TrainingOptions.class);
    }

    /** Forgets the losses of steps that came after the checkpoint: they will be taken again. */
    void truncateLosses(String stage, long step) throws IOException {
        if (!Files.exists(losses())) {
            return;
        }
        StringBuilder kept = new StringBuilder();
        boolean reached = false;
        for (String line : Files.readAllLines(losses())) {
            JsonNode point;
            try {
                point = JSON_LINE.readTree(line);
            } catch (JsonProcessingException e) {
                break; // a line cut short by the crash that the run is resumed from
            }
            boolean ofStage = point.path("stage").asText().equals(stage);
            if (ofStage ? point.path("step").asLong() > step : reached) {
                break;
            }
            reached |= ofStage;
            kept.append(line).append('\n');
        }
        replace(losses(), kept.toString().getBytes(StandardCharsets.UTF_8));
    }

    BufferedWriter appendLosses() throws IOException {
        return Files.newBufferedWriter(losses(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static String line(LossPoint point) throws IOException {
        ObjectNode node = JSON_LINE.createObjectNode();
        node.put("stage", point.stage());
        node.put("step", point.step());
        node.put("epoch", point.epoch());
        node.put("seconds", Math.round(point.seconds() * 1e3) / 1e3);
        point.losses().forEach(node::put);
        return JSON_LINE.writeValueAsString(node);
    }

    void writeSample(String stage, long step, BufferedImage image) throws IOException {
        Path samples = Files.createDirectories(folder.resolve("samples"));
        ImageIO.write(
                image,
                "png",
                samples.resolve(String.format(Locale.ROOT, "%s-%06d.png", stage, step))
                        .toFile());
    }

    /** Writes the networks for use: half precision, a file each. */
    void writeWeights(AgeCgan networks, Map<String, String> notes) throws IOException {
        Path weights = Files.createDirectories(folder.resolve("weights"));
        for (var network : networks.byName().entrySet()) {
            NetworkWeights.write(
                    weights.resolve(network.getKey() + ".safetensors"),
                    network.getValue().tensors(),
                    notes);
        }
        WeightsFolder.writeManifest(weights);
    }

    /** Lists of stages and epochs as people read them. */
    static String join(List<?> values) {
        return String.join(",", values.stream().map(Object::toString).toList());
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.write(temporary, content);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
