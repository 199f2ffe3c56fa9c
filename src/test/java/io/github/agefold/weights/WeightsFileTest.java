package io.github.agefold.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.network.FaceNet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {
    @TempDir
    Path folder;

    @Test
    void bytesComeBackAsTheNumbersThatTheyStandFor() throws IOException {
        WeightsFile weights = write(Map.of(
                "conv1.weight", Tensor.bytes(new byte[] {0, 1, (byte) 200, (byte) 255}, 2, 2),
                "conv1.weight.scale", Tensor.single(new float[] {0.5f}),
                "conv1.weight.min", Tensor.single(new float[] {-10})));
        assertThat(weights.floats("conv1.weight", 2, 2)).containsExactly(-10, -9.5f, 90, 117.5f);
    }

    @Test
    void halfPrecisionComesBackRounded() throws IOException {
        WeightsFile weights = write(Map.of("conv1.bias", Tensor.half(new float[] {0.1f, -3}, 2)));
        assertThat(weights.floats("conv1.bias", 2)).containsExactly(new float[] {0.1f, -3}, within(1e-4f));
    }

    @Test
    void missingTensorIsNamedWithTheRemedy() throws IOException {
        WeightsFile weights = write(Map.of("conv1.bias", Tensor.single(new float[] {1}, 1)));
        assertThatThrownBy(() -> weights.floats("conv1.weight", 2, 2))
                .isInstanceOf(WeightsException.class)
                .hasMessage(file() + " has no tensor conv1.weight. Choose weights made for this version.");
    }

    @Test
    void bytesWithoutTheirScaleAreRefused() throws IOException {
        WeightsFile weights = write(Map.of("conv1.bias", Tensor.bytes(new byte[] {1}, 1)));
        assertThatThrownBy(() -> weights.floats("conv1.bias", 1))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("has no tensor conv1.bias.scale");
    }

    @Test
    void anotherShapeIsNamedBesideTheOneWanted() throws IOException {
        WeightsFile weights = write(Map.of("conv1.weight", Tensor.single(new float[6], 2, 3)));
        assertThatThrownBy(() -> weights.floats("conv1.weight", 3, 2))
                .isInstanceOf(WeightsException.class)
                .hasMessage(
                        file() + " has conv1.weight as [2, 3], wanted [3, 2]. Choose weights made for this version.");
    }

    @Test
    void anotherNetworksFileIsRefused() {
        Path other = Path.of("weights", "face-landmarks.safetensors");
        assertThatThrownBy(() -> FaceNet.load(other))
                .isInstanceOf(WeightsException.class)
                .hasMessage(other + " has no tensor stem.weight. Choose weights made for this version.");
    }

    @Test
    void absentFileIsNamed() {
        assertThatThrownBy(() -> FaceNet.load(file()))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(file() + " is not there");
    }

    private WeightsFile write(Map<String, Tensor> tensors) throws IOException {
        new Safetensors(Map.of(), new LinkedHashMap<>(tensors)).write(file());
        return WeightsFile.read(file());
    }

    private Path file() {
        return folder.resolve("facenet.safetensors");
    }
}
