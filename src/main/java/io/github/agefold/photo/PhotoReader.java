package io.github.agefold.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads picture files: JPEG, PNG, WebP, TIFF, GIF (its first frame) and BMP; grey, 16 bits a channel and CMYK included. Turns them
 * upright by their EXIF notes, lays what is transparent on white, and shrinks what is larger than faces need.
 */
public final class PhotoReader {
    /** The longest side of a photo that is handed out, in pixels: larger files are shrunk by a whole number. */
    public static final int LONGEST_SIDE = 4000;

    /** Larger files are refused by their header, before any memory is taken. */
    private static final long MOST_PIXELS = 200_000_000;

    /** More is not decoded at once: of a larger file only every n-th pixel is. */
    private static final long MOST_DECODED = 32_000_000;

    /**
     * @throws UnreadablePhotoException if there is no such file, or it gives no picture; the message says why and what to do
     * @throws IOException if the disk fails
     */
    public Photo read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!Files.exists(file)) {
            throw new UnreadablePhotoException(file + " is not there. Choose another file.");
        }
        if (Files.isDirectory(file)) {
            throw new UnreadablePhotoException(file + " is a folder. Choose a picture in it.");
        }
        if (!Files.isReadable(file)) {
            throw new UnreadablePhotoException("You may not read " + name + ". Change its permissions, or copy it.");
        }
        // TwelveMonkeys' stream, which has a buffer
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            return read(name, stream, () -> Files.newInputStream(file));
        }
    }

    /**
     * @param name what messages call the picture
     * @throws UnreadablePhotoException if the bytes give no picture
     */
    public Photo read(byte[] bytes, String name) throws IOException {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            return read(name, stream, () -> new ByteArrayInputStream(bytes));
        }
    }

    /**
     * Reads a picture to the stream's end, and leaves the stream open.
     *
     * @param name what messages call the picture
     * @throws UnreadablePhotoException if the bytes give no picture
     */
    public Photo read(InputStream stream, String name) throws IOException {
        return read(stream.readAllBytes(), name);
    }

    /** A picture that is in memory already, such as the clipboard's. */
    public Photo of(BufferedImage image, String name) {
        return new OpaqueRgb(image, shrinkage(image.getWidth(), image.getHeight())).toPhoto(name);
    }

    private Photo read(String name, ImageInputStream stream, Reopening file) throws IOException {
        byte[] header = new byte[FileKind.HEADER];
        int length = Math.max(0, stream.read(header));
        stream.seek(0);
        if (length == 0) {
            throw new UnreadablePhotoException(name + " is empty. Copy it again from where it came from.");
        }
        FileKind kind = FileKind.of(Arrays.copyOf(header, length));
        if (!kind.isReadable()) {
            throw kind.refusal(name);
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.reader()).next();
        Photo stored;
        try {
            reader.setInput(stream, false, false);
            stored = decode(name, reader);
        } catch (UnreadablePhotoException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // decoders answer broken files with exceptions of any kind
            throw new UnreadablePhotoException(
                    name + " is damaged: its " + kind + " data cannot be decoded. Copy it again, or save it anew.", e);
        } finally {
            reader.dispose();
        }
        try (InputStream again = file.open()) {
            return Orientation.read(again).apply(stored);
        }
    }

    private Photo decode(String name, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (pixels > MOST_PIXELS) {
            throw new UnreadablePhotoException(String.format(
                    Locale.ROOT,
                    "%s has %d megapixels; Agefold reads up to %d. Save it smaller and try again.",
                    name,
                    pixels / 1_000_000,
                    MOST_PIXELS / 1_000_000));
        }
        int step = 1;
        while (pixels / step / step > MOST_DECODED) {
            step++;
        }
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        Truncation truncation = new Truncation();
        reader.addIIOReadWarningListener(truncation);
        BufferedImage image = reader.read(0, every);
        if (truncation.isSeen()) {
            throw new UnreadablePhotoException(name
                    + " is cut short: the file ends before the picture does. Copy it again from where it came from.");
        }
        return of(image, name);
    }

    private static int shrinkage(int width, int height) {
        return (Math.max(width, height) + LONGEST_SIDE - 1) / LONGEST_SIDE;
    }

    /** Opens the same bytes once more, for the EXIF notes. */
    private interface Reopening {
        InputStream open() throws IOException;
    }
}
