package io.github.agefold.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void newContentReplacesTheOldAndLeavesNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        WholeFile.write(file, new byte[] {1, 2});
        assertThat(file).hasBinaryContent(new byte[] {1, 2});
        assertThat(names()).containsExactly("a");
    }

    @Test
    void failureInTheMiddleKeepsTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        assertThatThrownBy(() -> WholeFile.write(file, channel -> {
                    channel.write(ByteBuffer.wrap(new byte[100]));
                    throw new IOException("the cable is out");
                }))
                .hasMessage("Could not write " + file + ": the cable is out.");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void fullDiskIsSaidInWordsWhereAPictureIsWrittenToo() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has a disk that is always full");
        Path file = folder.resolve("a.png");
        Files.createSymbolicLink(folder.resolve(".a.png.part"), full);
        assertThatThrownBy(() -> WholeFile.writePng(file, new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB)))
                .hasMessage("Could not write " + file + ": the disk is full; free some room and try again.");
        assertThat(names()).isEmpty();
    }

    @Test
    void fullDiskKeepsTheOldFileAndIsSaidInWords() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has a disk that is always full");
        Path file = Files.writeString(folder.resolve("a"), "old");
        Files.createSymbolicLink(folder.resolve(".a.part"), full);
        assertThatThrownBy(() -> WholeFile.write(file, new byte[10]))
                .hasMessage("Could not write " + file + ": the disk is full; free some room and try again.");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void whatAKilledProgramLeftIsWrittenOver() throws IOException {
        Path file = folder.resolve("a");
        Files.write(folder.resolve(".a.part"), new byte[1000]);
        WholeFile.write(file, new byte[] {7});
        assertThat(file).hasBinaryContent(new byte[] {7});
        assertThat(names()).containsExactly("a");
    }

    @Test
    void folderIsNotWrittenOver() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("a"));
        assertThatThrownBy(() -> WholeFile.write(taken, new byte[1]))
                .hasMessage("Could not write " + taken + ": it is a folder, a pipe or a device. Choose another name.");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void pipeIsNotReplacedByAFile() throws Exception {
        Path mkfifo = Path.of("/usr/bin/mkfifo");
        assumeTrue(Files.isExecutable(mkfifo), "no pipes with names here");
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder(mkfifo.toString(), pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThatThrownBy(() -> WholeFile.write(pipe, new byte[1]))
                .hasMessageContaining("it is a folder, a pipe or a device");
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(names()).containsExactly("pipe");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
