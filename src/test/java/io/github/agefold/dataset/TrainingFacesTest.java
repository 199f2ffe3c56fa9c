package io.github.agefold.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.agefold.face.Face;
import io.github.agefold.weights.Safetensors;
import io.github.agefold.weights.Tensor;
import io.github.agefold.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFacesTest {
    @TempDir
    Path folder;

    @Test
    void writtenListKnowsItsFacesUnderAnyName() throws IOException {
        Path file = folder.resolve("training-faces.safetensors");
        TrainingFaces.of(List.of(face("a.jpg", 1), face("b.jpg", 2))).write(file);
        TrainingFaces read = TrainingFaces.read(file);
        assertThat(read.contains(face("renamed.jpg", 2))).isTrue();
        assertThat(read.contains(face("c.jpg", 3))).isFalse();
        assertThat(read.hashes()).hasSize(2);
    }

    @Test
    void hashIsTheBeginningOfTheSha256() {
        // what sha256sum says of 12,288 zero bytes
        assertThat(Long.toHexString(TrainingFaces.hash(face("zero.jpg", 0)))).isEqualTo("f3cc103136423a57");
    }

    @Test
    void otherTensorIsRefused() throws IOException {
        Path file = folder.resolve("training-faces.safetensors");
        new Safetensors(Map.of(), Map.of("hashes", Tensor.bytes(new byte[7], 7))).write(file);
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> TrainingFaces.read(file))
                .withMessageContaining("no list of faces");
    }

    private static LabelledFace face(String name, int first) {
        byte[] pixels = new byte[Face.LENGTH];
        pixels[0] = (byte) first;
        return new LabelledFace(name, 30, pixels);
    }
}
