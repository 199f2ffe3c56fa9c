package io.github.agefold.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.agefold.file.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of named tensors in the safetensors format: eight bytes of header length, a JSON header, raw little-endian numbers.
 * Unlike a serialized Java object it can only ever be data.
 *
 * @param metadata what the writer noted about the file
 * @param tensors by name
 */
public record Safetensors(Map<String, String> metadata, Map<String, Tensor> tensors) {
    private static final int LENGTH_BYTES = 8;
    private static final int LARGEST_HEADER = 1 << 20;
    private static final int PART = 1 << 20;
    private static final String METADATA = "__metadata__";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a file, checking every length before it is believed.
     *
     * @throws WeightsException if the file is absent or is not a whole safetensors file
     * @throws IOException if it cannot be read
     */
    public static Safetensors read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new WeightsException(file + " is a folder, a pipe or a device. Choose a safetensors file.");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer lengthBytes = read(channel, file, 0, Math.min(LENGTH_BYTES, size));
            long headerLength = size < LENGTH_BYTES ? -1 : lengthBytes.getLong();
            if (headerLength < 2 || headerLength > Math.min(LARGEST_HEADER, size - LENGTH_BYTES)) {
                throw broken(file, "its header is " + headerLength + " bytes long in a file of " + size);
            }
            if (size > Runtime.getRuntime().maxMemory()) {
                throw new WeightsException(
                        file + " has " + size / 1_000_000 + " MB, more than Agefold may have of memory ("
                                + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB). Choose other weights.");
            }
            byte[] header = new byte[(int) headerLength];
            read(channel, file, LENGTH_BYTES, headerLength).get(header);
            return parse(channel, file, header, size - LENGTH_BYTES - headerLength);
        } catch (NoSuchFileException e) {
            throw new WeightsException(file + " is not there. Choose a folder of weights that has it.", e);
        }
    }

    private static Safetensors parse(FileChannel channel, Path file, byte[] header, long dataLength)
            throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(header);
        } catch (JsonProcessingException e) {
            throw broken(file, "its header is not JSON");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        root.path(METADATA)
                .properties()
                .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
        List<Entry> entries = new ArrayList<>();
        for (var field : root.properties()) {
            if (!field.getKey().equals(METADATA)) {
                entries.add(Entry.of(file, field.getKey(), field.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        long end = 0;
        for (Entry entry : entries) {
            if (entry.begin != end || entry.end < entry.begin || entry.end > dataLength) {
                throw broken(
                        file,
                        entry.name + " lies at bytes " + entry.begin + " to " + entry.end + " of " + dataLength
                                + ", after " + end);
            }
            end = entry.end;
            if (entry.end - entry.begin > Integer.MAX_VALUE) {
                throw broken(file, entry.name + " is over 2 GB");
            }
            long from = LENGTH_BYTES + header.length + entry.begin;
            ByteBuffer data = read(channel, file, from, entry.end - entry.begin);
            try {
                tensors.put(entry.name, new Tensor(entry.type, entry.shape, data));
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw broken(file, entry.name + " of " + entry.shape + " has " + (entry.end - entry.begin) + " bytes");
            }
        }
        if (end != dataLength) {
            throw broken(file, "it has " + dataLength + " bytes of numbers where its header tells of " + end);
        }
        return new Safetensors(metadata, tensors);
    }

    private static ByteBuffer read(FileChannel channel, Path file, long from, long length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.position() < length) {
            // in parts: Java reads into memory outside its heap first, as much as it is asked for at once
            buffer.limit((int) Math.min(length, buffer.position() + PART));
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw broken(file, "it ends at byte " + (from + buffer.position()));
            }
        }
        return buffer.flip();
    }

    private static WeightsException broken(Path file, String what) {
        return new WeightsException(
                file + " is not a whole safetensors file: " + what + ". Fetch it again, or choose other weights.");
    }

    /**
     * Writes a file. It appears under its name only when it is complete: a crash leaves the old one, or none.
     *
     * @throws IOException if it cannot be written; then nothing is left of it
     */
    public void write(Path file) throws IOException {
        byte[] header = header();
        WholeFile.write(file, channel -> {
            ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            WholeFile.writeAll(channel, length.putLong(header.length).flip());
            WholeFile.writeAll(channel, ByteBuffer.wrap(header));
            for (Tensor tensor : tensors.values()) {
                WholeFile.writeAll(channel, tensor.data().duplicate());
            }
        });
    }

    private byte[] header() throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            root.set(METADATA, JSON.valueToTree(metadata));
        }
        long offset = 0;
        for (var entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            ObjectNode node = root.putObject(entry.getKey());
            node.put("dtype", tensor.type().name());
            node.set("shape", JSON.valueToTree(tensor.shape()));
            long end = offset + tensor.data().remaining();
            node.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] json = JSON.writeValueAsBytes(root);
        // the format asks for numbers that begin at a multiple of eight; spaces may follow the JSON
        String padding = " ".repeat((LENGTH_BYTES - json.length % LENGTH_BYTES) % LENGTH_BYTES);
        return (new String(json, StandardCharsets.UTF_8) + padding).getBytes(StandardCharsets.UTF_8);
    }

    private record Entry(String name, Tensor.Type type, List<Long> shape, long begin, long end) {
        static Entry of(Path file, String name, JsonNode node) throws WeightsException {
            Tensor.Type type;
            try {
                type = Tensor.Type.valueOf(node.path("dtype").asText());
            } catch (IllegalArgumentException e) {
                throw broken(file, name + " has numbers of type " + node.path("dtype"));
            }
            List<Long> shape = new ArrayList<>();
            for (JsonNode side : node.path("shape")) {
                if (!side.canConvertToLong() || side.asLong() < 0) {
                    throw broken(file, name + " has shape " + node.path("shape"));
                }
                shape.add(side.asLong());
            }
            JsonNode offsets = node.path("data_offsets");
            if (offsets.size() != 2
                    || !offsets.get(0).canConvertToLong()
                    || !offsets.get(1).canConvertToLong()) {
                throw broken(file, name + " has data_offsets " + offsets);
            }
            return new Entry(
                    name, type, shape, offsets.get(0).asLong(), offsets.get(1).asLong());
        }
    }
}
