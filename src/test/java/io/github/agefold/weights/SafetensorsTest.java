package io.github.agefold.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("w.safetensors");
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a", Tensor.single(new float[] {1, -2.5f, 3e-20f, 4, 5, 6}, 2, 3));
        tensors.put("b", Tensor.half(new float[] {0.5f, -65504}, 2));
        tensors.put("c", Tensor.bytes(new byte[] {0, -1}, 2));
        new Safetensors(Map.of("from", "a test"), tensors).write(file);

        Safetensors read = Safetensors.read(file);

        assertThat(read.metadata()).containsEntry("from", "a test");
        assertThat(read.tensors().get("a").shape()).containsExactly(2L, 3L);
        assertThat(read.tensors().get("a").toFloats()).containsExactly(1, -2.5f, 3e-20f, 4, 5, 6);
        assertThat(read.tensors().get("b").toFloats()).containsExactly(0.5f, -65504);
        assertThat(read.tensors().get("c").toFloats()).containsExactly(0, 255);
    }

    @Test
    void nothingButTheFileIsLeftInTheFolder() throws IOException {
        new Safetensors(Map.of(), Map.of("a", Tensor.single(new float[] {1}, 1))).write(file);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileWrittenByAnotherProgramIsRead() throws IOException {
        write("{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", new byte[] {0, 0, (byte) 0x80, 0x3f});
        assertThat(Safetensors.read(file).tensors().get("x").toFloats()).containsExactly(1);
    }

    @Test
    void anAbsentFileIsNamed() {
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("w.safetensors is not there");
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        new Safetensors(Map.of("k", "v"), Map.of("a", Tensor.single(new float[] {1, 2}, 2))).write(file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Safetensors.read(file))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("is not a whole safetensors file");
        }
    }

    @Test
    void lengthsThatLieAreRefused() throws IOException {
        refuses("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", 4);
        refuses("{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,400]}}", 4);
        refuses("{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}", 4);
        refuses("{\"x\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", 4);
        refuses("{\"x\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,4],\"data_offsets\":[0,4]}}", 4);
        refuses("{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 8);
    }

    @Test
    void overlappingTensorsAreRefused() throws IOException {
        refuses(
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"y\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[2,6]}}",
                6);
    }

    @Test
    void aHeaderThatIsNoJsonIsRefused() throws IOException {
        refuses("not JSON at all", 4);
    }

    private void refuses(String header, int dataLength) throws IOException {
        write(header, new byte[dataLength]);
        assertThatThrownBy(() -> Safetensors.read(file)).as(header).isInstanceOf(WeightsException.class);
    }

    private void write(String header, byte[] data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json).put(data);
        Files.write(file, bytes.array());
    }
}
