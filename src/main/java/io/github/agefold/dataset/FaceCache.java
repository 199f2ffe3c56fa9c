package io.github.agefold.dataset;

import io.github.agefold.face.Face;
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

/** Keeps the faces of a data set beside a run, decoded and shrunk, so that the pictures are read once. */
public final class FaceCache {
    private static final String SOURCE = "source";

    private FaceCache() {}

    /**
     * What an earlier call kept for the same source, or the source read anew.
     *
     * @param cache the file that keeps it
     * @param source a folder or a zip in UTKFace's naming
     */
    public static FaceSet read(Path cache, Path source) throws IOException {
        if (!Files.exists(source)) {
            throw new DatasetException(source + " is not there. Name a folder or a zip of faces.");
        }
        String key = source.toAbsolutePath().normalize() + " " + Files.getLastModifiedTime(source);
        if (Files.exists(cache)) {
            Safetensors kept = Safetensors.read(cache);
            if (key.equals(kept.metadata().get(SOURCE))) {
                return unpack(kept);
            }
        }
        FaceSet faces = UtkFace.read(source, count -> {});
        pack(faces, key).write(cache);
        return faces;
    }

    private static Safetensors pack(FaceSet set, String key) {
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
        byte[] nameBytes = names.toString().getBytes(StandardCharsets.UTF_8);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("pixels", Tensor.bytes(pixels.array(), count, 3, Face.SIDE, Face.SIDE));
        tensors.put("ages", Tensor.bytes(ages, count));
        tensors.put("names", Tensor.bytes(nameBytes, nameBytes.length));
        return new Safetensors(Map.of(SOURCE, key), tensors);
    }

    private static FaceSet unpack(Safetensors kept) {
        ByteBuffer pixels = kept.tensors().get("pixels").data();
        ByteBuffer ages = kept.tensors().get("ages").data();
        String[] names = StandardCharsets.UTF_8
                .decode(kept.tensors().get("names").data().duplicate())
                .toString()
                .split("\n");
        List<LabelledFace> faces = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            byte[] face = new byte[Face.LENGTH];
            pixels.get(i * Face.LENGTH, face);
            faces.add(new LabelledFace(names[i], ages.get(i) & 0xff, face));
        }
        return new FaceSet(faces, Map.of());
    }
}
