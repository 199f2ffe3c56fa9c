package io.github.agefold.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes files that appear under their names only when they are complete: a crash leaves the older file, or none. */
public final class WholeFile {
    private static final int PART = 1 << 20;
    private static final int MOST_ATTEMPTS = 10;
    private static final long MILLISECONDS_BETWEEN_ATTEMPTS = 50;

    /** Writes what the file is to hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a file beside its place, waits for the disk, and moves it over an older one of the name.
     *
     * @throws IOException if it cannot be written; the message is one sentence for the user, the older file is as it was, and nothing
     *     is left of the new one
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // the move would put a file in a device's place
            throw new IOException(
                    "Could not write " + file + ": it is a folder, a pipe or a device. Choose another name.");
        }
        // always the same name: what a killed program leaves is written over by the next
        Path beside = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                content.writeTo(channel);
            }
            replace(target, beside);
        } catch (IOException e) {
            throw FileProblem.notWritten(file, e);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * Puts a file that has been written beside its place there, over an older one, as soon as it is on the disk.
     *
     * @throws IOException if it cannot be; both files are as they were
     */
    public static void replace(Path target, Path beside) throws IOException {
        try (FileChannel written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                // Windows refuses while another program looks at the older file, which takes it a moment
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (AccessDeniedException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLISECONDS_BETWEEN_ATTEMPTS));
            }
        }
    }

    /** Writes bytes. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, channel -> writeAll(channel, ByteBuffer.wrap(content)));
    }

    /** Writes a picture as PNG. */
    public static void writePng(Path file, BufferedImage picture) throws IOException {
        write(file, channel -> {
            // not closed: it would close the channel with it
            OutputStream out = Channels.newOutputStream(channel);
            // in memory: ImageIO's own choice is a copy on the disk, which a program that is ending can no longer make
            try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
                if (!ImageIO.write(picture, "png", stream)) {
                    throw new IOException("Java has no PNG writer here; install a complete Java runtime");
                }
            }
            out.flush();
        });
    }

    /** Writes a buffer to its end, in parts: Java copies what lies in its heap, all at once if it is given all at once. */
    public static void writeAll(FileChannel channel, ByteBuffer data) throws IOException {
        while (data.hasRemaining()) {
            ByteBuffer part = data.slice(data.position(), Math.min(data.remaining(), PART));
            data.position(data.position() + channel.write(part));
        }
    }
}
