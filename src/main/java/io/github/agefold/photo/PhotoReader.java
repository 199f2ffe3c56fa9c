package io.github.agefold.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads picture files: JPEG, PNG, WebP, TIFF, GIF (its first frame) and BMP; grey, 16 bits a channel and CMYK included. Turns them
 * upright by their EXIF notes, lays what is transparent on white, and shrinks what is larger than faces need. Whatever a file holds, it
 * takes less than a gigabyte, and ten seconds of a processor.
 */
public final class PhotoReader {
    /** The longest side of a photo that is handed out, in pixels: larger files are shrunk by a whole number. */
    public static final int LONGEST_SIDE = 4000;

    /** More is not taken into memory where a file is not read from the disk, such as from a zip. */
    private static final int MOST_BYTES = 100_000_000;

    private final PatientReading reading;

    public PhotoReader() {
        this(new PatientReading());
    }

    PhotoReader(PatientReading reading) {
        this.reading = reading;
    }

    /**
     * @throws UnreadablePhotoException if there is no such file, or it gives no picture; the message says why and what to do
     * @throws IOException if the disk fails
     */
    public Photo read(Path file) throws IOException {
        return read(String.valueOf(file.getFileName()), () -> open(file));
    }

    /**
     * @param name what messages call the picture
     * @throws UnreadablePhotoException if the bytes give no picture
     */
    public Photo read(byte[] bytes, String name) throws IOException {
        return read(name, () -> new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
    }

    /**
     * Reads a picture to the stream's end, and leaves the stream open.
     *
     * @param name what messages call the picture
     * @throws UnreadablePhotoException if the bytes give no picture
     */
    public Photo read(InputStream stream, String name) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnreadablePhotoException(
                    name + " is over " + MOST_BYTES / 1_000_000 + " MB. Save it smaller and try again.");
        }
        return read(bytes, name);
    }

    /** A picture that is in memory already, such as the clipboard's. */
    public Photo of(BufferedImage image, String name) {
        return toPhoto(image, name);
    }

    static Photo toPhoto(BufferedImage image, String name) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        return new OpaqueRgb(image, (longest + LONGEST_SIDE - 1) / LONGEST_SIDE).toPhoto(name);
    }

    private static ImageInputStream open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!Files.exists(file)) {
            throw new UnreadablePhotoException(file + " is not there. Choose another file.");
        }
        if (Files.isDirectory(file)) {
            throw new UnreadablePhotoException(file + " is a folder. Choose a picture in it.");
        }
        if (!Files.isRegularFile(file)) {
            // opening a pipe would wait for its writer
            throw new UnreadablePhotoException(file + " is a pipe or a device. Choose a picture file.");
        }
        if (!Files.isReadable(file)) {
            throw new UnreadablePhotoException("You may not read " + name + ". Change its permissions, or copy it.");
        }
        // TwelveMonkeys' stream, which has a buffer
        return ImageIO.createImageInputStream(file.toFile());
    }

    private Photo read(String name, Opening opening) throws IOException {
        AtomicReference<@Nullable Decoding> decoding = new AtomicReference<>();
        return reading.wait(
                name,
                () -> {
                    try (ImageInputStream stream = opening.open()) {
                        Decoding begun = new Decoding(name, stream);
                        decoding.set(begun);
                        return begun.decode();
                    }
                },
                () -> {
                    Decoding begun = decoding.get();
                    if (begun != null) {
                        begun.giveUp();
                    }
                });
    }

    /** Opens a file, which may take as long as the drive likes. */
    @FunctionalInterface
    private interface Opening {
        ImageInputStream open() throws IOException;
    }
}
