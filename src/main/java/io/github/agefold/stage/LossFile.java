package io.github.agefold.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.agefold.file.FileProblem;
import io.github.agefold.file.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A file of loss points, a line of JSON each. It can be read while it is written. */
public final class LossFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A million steps take 200 MB. */
    private static final long MOST_BYTES = 400_000_000;

    private final Path file;

    LossFile(Path file) {
        this.file = file;
    }

    /** Writes points at the end, each at once. */
    Writer append() throws IOException {
        try {
            return new Writer(file);
        } catch (IOException e) {
            throw FileProblem.notWritten(file, e);
        }
    }

    /** Appends to the file until it is closed. */
    static final class Writer implements AutoCloseable {
        private final Path file;
        private BufferedWriter out;

        private Writer(Path file) throws IOException {
            this.file = file;
            out = open(file);
        }

        private static BufferedWriter open(Path file) throws IOException {
            return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }

        void write(LossPoint point) throws IOException {
            try {
                if (!Files.exists(file) && Files.isDirectory(file.resolveSibling(""))) {
                    // deleted with its folder, which has been made anew
                    out.close();
                    out = open(file);
                }
                out.write(line(point));
                out.write('\n');
                out.flush();
            } catch (IOException e) {
                throw FileProblem.notWritten(file, e);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /**
     * Reads the whole lines after a place.
     *
     * @param from a place that an earlier call returned, or 0
     * @return the place after the last whole line
     */
    public long read(long from, Consumer<LossPoint> points) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        // no RandomAccessFile: on Windows it would keep who trains the run from replacing or deleting the file
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(Math.min(from, channel.size()));
            if (channel.size() - channel.position() > MOST_BYTES) {
                throw new IOException(file + " has over " + MOST_BYTES / 1_000_000
                        + " MB, more than any run's losses. Move it away, or choose another run.");
            }
            byte[] bytes;
            try (InputStream in = Channels.newInputStream(channel)) {
                bytes = in.readAllBytes();
            }
            int begin = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    read(bytes, begin, i - begin, points);
                    begin = i + 1;
                }
            }
            return from + begin;
        }
    }

    private static void read(byte[] bytes, int begin, int length, Consumer<LossPoint> points) throws IOException {
        try {
            points.accept(point(JSON.readTree(bytes, begin, length)));
        } catch (JsonProcessingException e) {
            // a line cut short by a crash is worth no more than that step, which will be taken again
        }
    }

    /** How long the file is, in bytes; 0 without one. */
    public long length() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Forgets the points of steps that came after a checkpoint: they will be taken again. */
    void truncate(String stage, long step) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        StringBuilder kept = new StringBuilder();
        int order = StagePlan.NAMES.indexOf(stage);
        for (String line : Files.readAllLines(file)) {
            LossPoint point;
            try {
                point = point(JSON.readTree(line));
            } catch (JsonProcessingException e) {
                break; // a line cut short by the crash that the run is resumed from
            }
            int at = StagePlan.NAMES.indexOf(point.stage());
            if (at > order || (at == order && point.step() > step)) {
                break;
            }
            kept.append(line).append('\n');
        }
        WholeFile.write(file, kept.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets all points. */
    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    static String line(LossPoint point) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.put("stage", point.stage());
        node.put("step", point.step());
        node.put("epoch", point.epoch());
        node.put("seconds", Math.round(point.seconds() * 1e3) / 1e3);
        point.losses().forEach(node::put);
        return JSON.writeValueAsString(node);
    }

    private static LossPoint point(JsonNode node) {
        Map<String, Double> losses = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            switch (field.getKey()) {
                case "stage", "step", "epoch", "seconds" -> {}
                default -> losses.put(field.getKey(), field.getValue().asDouble(Double.NaN));
            }
        });
        return new LossPoint(
                node.path("stage").asText(),
                node.path("step").asLong(),
                node.path("epoch").asDouble(),
                node.path("seconds").asDouble(),
                losses);
    }
}
