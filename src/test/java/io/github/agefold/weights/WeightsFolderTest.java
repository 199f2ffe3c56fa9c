package io.github.agefold.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatTheManifestKnowsIsGiven() throws IOException {
        Path file = Files.writeString(folder.resolve("net.safetensors"), "abc");
        WeightsFolder.writeManifest(folder);
        assertThat(WeightsFolder.open(folder).file("net")).isEqualTo(file);
        assertThat(folder.resolve("manifest.json"))
                .content()
                .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aFileThatWasChangedIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("net.safetensors"), "abc");
        WeightsFolder.writeManifest(folder);
        Files.writeString(file, "abd");
        assertThatThrownBy(() -> WeightsFolder.open(folder).file("net"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("net.safetensors has SHA-256")
                .hasMessageContaining("Fetch it again");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        WeightsFolder.writeManifest(folder);
        assertThatThrownBy(() -> WeightsFolder.open(folder).file("net"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("net.safetensors is not there");
    }

    @Test
    void aFolderWithoutManifestIsNoFolderOfWeights() {
        assertThatThrownBy(() -> WeightsFolder.open(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("manifest.json");
    }

    @Test
    void aBrokenManifestIsNamed() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{");
        assertThatThrownBy(() -> WeightsFolder.open(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("manifest.json is not JSON");
    }
}
