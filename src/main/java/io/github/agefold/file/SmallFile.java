package io.github.agefold.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that are held in memory whole, and come from anyone: a limit keeps them from taking it all. */
public final class SmallFile {
    /** Enough for any list, table or note of Agefold's. */
    public static final int MOST_BYTES = 64_000_000;

    private SmallFile() {}

    /**
     * Reads a file, or an entry of a zip, whatever size it is said to have.
     *
     * @throws NoSuchFileException if it is not there
     * @throws IOException if it is larger than {@link #MOST_BYTES}, or no file; the message is one sentence for the user
     */
    public static byte[] read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(file + " is a folder, a pipe or a device. Choose a file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(file + " has over " + MOST_BYTES / 1_000_000
                        + " MB, more than a file of its kind. Choose another.");
            }
            return bytes;
        }
    }
}
