package io.github.agefold.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.agefold.face.Face;
import io.github.agefold.file.FileProblem;
import io.github.agefold.weights.Safetensors;
import io.github.agefold.weights.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps the faces of a data set beside a run, decoded, aligned and shrunk, with what was refused, so that photos are read once. */
public final class FaceCache {
    private static final String SOURCE = "source";
    private static final ObjectMapper JSON = new ObjectMapper();

    private FaceCache() {}

    /** Reads as {@link #read(Path, Path, FaceReader, FaceReader.Progress, BooleanSupplier)} does, to the end and in silence. */
    public static FaceSet read(Path cache, Path source) throws IOException {
        return read(cache, source, FaceReader.shipped(), (pictures, all) -> {}, () -> false);
    }

    /**
     * What an earlier call kept for the same source, or the source read anew.
     *
     * @param cache the file that keeps it; its folder is made if it is missing
     * @param source see {@link FaceReader}
     * @param stop asked before each picture
     * @throws java.util.concurrent.CancellationException if it was stopped; nothing is kept then
     */
    public static FaceSet read(
            Path cache, Path source, FaceReader reader, FaceReader.Progress progress, BooleanSupplier stop)
            throws IOException {
        if (Files.exists(source) && Files.exists(cache)) {
            Safetensors kept = Safetensors.read(cache);
            if (key(source).equals(kept.metadata().get(SOURCE))) {
                return unpack(cache, kept);
            }
        }
        FaceSet faces = reader.read(source, progress, stop);
        FileProblem.createFolder(Objects.requireNonNull(cache.toAbsolutePath().getParent()));
        pack(faces, key(source)).write(cache);
        return faces;
    }

    /** What a run was begun with, whether or not its source is still there. */
    public static FaceSet open(Path cache) throws IOException {
        return unpack(cache, Safetensors.read(cache));
    }

    private static String key(Path source) throws IOException {
        return source.toAbsolutePath().normalize() + " " + Files.getLastModifiedTime(source);
    }

    private static Safetensors pack(FaceSet set, String key) throws IOException {
        int count = set.faces().size();
        ByteBuffer pixels = ByteBuffer.allocate(Math.multiplyExact(count, Face.LENGTH));
        byte[] ages = new byte[count];
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            LabelledFace face = set.faces().get(i);
            pixels.put(face.pixels());
            ages[i] = (byte) face.age();
            names.append(face.name()).append('\n');
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("pixels", Tensor.bytes(pixels.array(), count, 3, Face.SIDE, Face.SIDE));
        tensors.put("ages", Tensor.bytes(ages, count));
        tensors.put("names", bytes(names.toString().getBytes(StandardCharsets.UTF_8)));
        tensors.put("refused", bytes(JSON.writeValueAsBytes(set.refused())));
        return new Safetensors(Map.of(SOURCE, key), tensors);
    }

    private static Tensor bytes(byte[] values) {
        return Tensor.bytes(values, values.length);
    }

    private static FaceSet unpack(Path cache, Safetensors kept) throws IOException {
        ByteBuffer pixels = data(cache, kept, "pixels");
        ByteBuffer ages = data(cache, kept, "ages");
        String[] names = StandardCharsets.UTF_8
                .decode(data(cache, kept, "names"))
                .toString()
                .split("\n", 0);
        if (ages.remaining() != names.length || pixels.remaining() != (long) names.length * Face.LENGTH) {
            throw broken(cache, null);
        }
        List<LabelledFace> faces = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            byte[] face = new byte[Face.LENGTH];
            pixels.get(i * Face.LENGTH, face);
            int age = ages.get(i) & 0xff;
            if (age > LabelledPicture.OLDEST) {
                throw broken(cache, null);
            }
            faces.add(new LabelledFace(names[i], age, face));
        }
        return new FaceSet(faces, refused(cache, kept));
    }

    private static ByteBuffer data(Path cache, Safetensors kept, String name) throws DatasetException {
        Tensor tensor = kept.tensors().get(name);
        if (tensor == null || tensor.type() != Tensor.Type.U8) {
            throw broken(cache, null);
        }
        return tensor.data().duplicate();
    }

    private static DatasetException broken(Path cache, @Nullable Throwable cause) {
        return new DatasetException(cache + " does not hold a run's faces. Delete it, and they are read anew.", cause);
    }

    private static Map<String, String> refused(Path cache, Safetensors kept) throws IOException {
        Tensor tensor = kept.tensors().get("refused");
        if (tensor == null) {
            return Map.of();
        }
        byte[] json = new byte[tensor.data().remaining()];
        tensor.data().duplicate().get(json);
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw broken(cache, e);
        }
    }
}
