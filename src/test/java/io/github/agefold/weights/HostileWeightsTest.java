package io.github.agefold.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that strangers call weights. */
@Timeout(60)
class HostileWeightsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\":",
                "[[[[[[[[[[",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1e999999999],\"data_offsets\":[0,4]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2147483648,2147483648,4],\"data_offsets\":[0,4]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":\"1\",\"data_offsets\":[0,4294967300]}}",
                "{\"x\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}",
                "{\"x\":null}",
                "3"
            })
    void headerThatLiesIsRefused(String header) throws IOException {
        Path file = write(header.getBytes(StandardCharsets.UTF_8), 4);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(file + " is not a whole safetensors file: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void headerNestedAHundredThousandFoldIsRefused(String opening) throws IOException {
        Path file = write(opening.repeat(100_000).getBytes(StandardCharsets.UTF_8), 4);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("its header is not JSON");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32, 0, 1})
    void headerLengthThatLiesIsRefused(long length) throws IOException {
        Path file = folder.resolve("w.safetensors");
        Files.write(
                file,
                ByteBuffer.allocate(64)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(length)
                        .array());
        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(WeightsException.class);
    }

    /** A file of holes takes no room on most disks, and would take all of it in memory. */
    @Test
    void fileLargerThanMemoryIsRefusedUnread() throws IOException {
        String header = "{\"x\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}";
        Path file = write(header.getBytes(StandardCharsets.UTF_8), 1);
        try (RandomAccessFile holes = new RandomAccessFile(file.toFile(), "rw")) {
            holes.setLength(2 * Runtime.getRuntime().maxMemory());
        }
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("more than Agefold may have of memory");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void weightsThatAreNoNumbersAreRefused(float value) throws IOException {
        Path file = folder.resolve("w.safetensors");
        new Safetensors(Map.of(), Map.of("a", Tensor.single(new float[] {1, value}, 2))).write(file);
        WeightsFile weights = WeightsFile.read(file);
        assertThatThrownBy(() -> weights.floats("a", 2))
                .isInstanceOf(WeightsException.class)
                .hasMessage(file + " has " + value + " in a. Its training went wrong: choose other weights.");
    }

    @Test
    void zipWhereAFileShouldBeIsRefused() throws IOException {
        Path file = folder.resolve("generator.safetensors");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            // what DL4J's own model files look like
            zip.putNextEntry(new ZipEntry("coefficients.bin"));
            zip.write(new byte[1000]);
            zip.putNextEntry(new ZipEntry("preprocessor.bin"));
            zip.write(new byte[] {(byte) 0xac, (byte) 0xed, 0, 5});
        }
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("is not a whole safetensors file: its header is ");
    }

    @Test
    void folderAndPipeWhereAFileShouldBeAreRefused() throws Exception {
        assertThatThrownBy(() -> Safetensors.read(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("is a folder, a pipe or a device");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no pipes with names here");
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThatThrownBy(() -> Safetensors.read(pipe)).hasMessageContaining("is a folder, a pipe or a device");
        Files.move(pipe, folder.resolve("manifest.json"));
        assertThatThrownBy(() -> WeightsFolder.open(folder)).hasMessageContaining("is a folder, a pipe or a device");
    }

    @Test
    void mutatedFilesAreReadOrRefused() throws IOException {
        Path file = folder.resolve("w.safetensors");
        new Safetensors(
                        Map.of("k", "v"),
                        Map.of("a", Tensor.single(new float[] {1, 2}, 2), "b", Tensor.bytes(new byte[3], 3)))
                .write(file);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = whole.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                Safetensors.read(file);
            } catch (WeightsException e) {
                assertThat(e).hasMessageStartingWith(file.toString());
            }
        }
    }

    private Path write(byte[] header, int dataLength) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + dataLength).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                folder.resolve("w.safetensors"),
                bytes.putLong(header.length).put(header).array());
    }
}
