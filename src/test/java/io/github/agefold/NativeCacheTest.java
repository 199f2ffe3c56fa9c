package io.github.agefold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
    @TempDir
    Path folder;

    @Test
    void whatAnOldVersionUnpackedIsDeleted() throws IOException {
        Path old = unpacked("0.1.0");
        NativeCache cache = new NativeCache(folder, "0.2.0");
        assertThat(cache.hold()).isTrue();
        Path own = unpacked("0.2.0");

        cache.deleteOthers();

        assertThat(old).doesNotExist();
        assertThat(own.resolve("javacpp/lib.so")).exists();
    }

    @Test
    void aVersionThatRunsKeepsItsFolder() throws IOException {
        Path old = unpacked("0.1.0");
        try (FileChannel running = FileChannel.open(old.resolve("in-use"), StandardOpenOption.READ)) {
            running.lock(0, Long.MAX_VALUE, true);

            new NativeCache(folder, "0.2.0").deleteOthers();

            assertThat(old.resolve("javacpp/lib.so")).exists();
        }
    }

    /** An open file that nobody refers to is closed by the garbage collector, in the midst of a long evaluation. */
    @Test
    void aVersionIsHeldUntilItsProgramEnds() throws Exception {
        Path old = unpacked("0.1.0");
        assertThat(new NativeCache(folder, "0.1.0").hold()).isTrue();
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
        }

        new NativeCache(folder, "0.2.0").deleteOthers();

        assertThat(old.resolve("javacpp/lib.so")).exists();
    }

    @Test
    void foldersThatAreNotAVersionsAreLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("photos"));
        new NativeCache(folder, "0.2.0").deleteOthers();
        assertThat(folder.resolve("photos")).exists();
    }

    private Path unpacked(String version) throws IOException {
        Path library = folder.resolve(version).resolve("javacpp/lib.so");
        Files.createDirectories(library.getParent());
        Files.writeString(library, "native");
        Path lock = folder.resolve(version).resolve("in-use");
        if (!Files.exists(lock)) {
            Files.createFile(lock);
        }
        return folder.resolve(version);
    }
}
