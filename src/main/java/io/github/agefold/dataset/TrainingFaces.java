package io.github.agefold.dataset;

import io.github.agefold.weights.Safetensors;
import io.github.agefold.weights.Tensor;
import io.github.agefold.weights.WeightsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which faces weights were trained on, by the first 64 bits of the SHA-256 of each face's 64x64 pixels: they know a face again under any
 * name, and nobody can see a face by them.
 *
 * @param hashes one a face
 */
public record TrainingFaces(Set<Long> hashes) {
    /** Under which name a folder of weights has it. */
    public static final String FILE = "training-faces";

    private static final String TENSOR = "hashes";

    public TrainingFaces {
        hashes = Set.copyOf(hashes);
    }

    public static TrainingFaces of(Collection<LabelledFace> faces) {
        return new TrainingFaces(faces.stream().map(TrainingFaces::hash).collect(Collectors.toSet()));
    }

    public boolean contains(LabelledFace face) {
        return hashes.contains(hash(face));
    }

    /** The first 64 bits of the SHA-256 of a face's pixels. */
    public static long hash(LabelledFace face) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(face.pixels());
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Writes a safetensors file of N x 8 bytes, sorted. */
    public void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        new TreeSet<>(hashes).forEach(bytes::putLong);
        new Safetensors(
                        Map.of("content", "the first 64 bits of the SHA-256 of each training face's 3x64x64 bytes"),
                        Map.of(TENSOR, Tensor.bytes(bytes.array(), hashes.size(), Long.BYTES)))
                .write(file);
    }

    /** @throws WeightsException if the file is absent or holds something else */
    public static TrainingFaces read(Path file) throws IOException {
        Tensor tensor = Safetensors.read(file).tensors().get(TENSOR);
        if (tensor == null
                || tensor.type() != Tensor.Type.U8
                || tensor.shape().size() != 2
                || tensor.shape().get(1) != Long.BYTES) {
            throw new WeightsException(file + " is no list of faces. Choose weights made for this version.");
        }
        Set<Long> hashes = new TreeSet<>();
        ByteBuffer bytes = tensor.data().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            hashes.add(bytes.getLong());
        }
        return new TrainingFaces(hashes);
    }
}
