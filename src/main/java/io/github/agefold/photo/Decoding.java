package io.github.agefold.photo;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** One picture file on its way to a {@link Photo}: what it is, whether it is too much, its pixels, which way up. */
final class Decoding {
    /** Larger files are refused by their header, before any memory is taken. */
    private static final long MOST_PIXELS = 200_000_000;

    /** JPEG's own limit; decoders are slow with rows of a few pixels, and there can be millions of them. */
    private static final int LONGEST_SIDE = 65_535;

    /** More is not decoded at once: of a larger file only every n-th pixel is. */
    private static final long MOST_DECODED_PIXELS = 32_000_000;

    private static final long MOST_DECODED_BYTES = 128_000_000;

    /** Headers with large profiles take a few megabytes. */
    private static final long MOST_HEADER_BYTES = 64_000_000;

    private final String name;
    private final MeteredStream file;
    private volatile @Nullable ImageReader reader;

    static {
        // decoders of pictures within pictures would keep copies on the disk
        ImageIO.setUseCache(false);
    }

    Decoding(String name, ImageInputStream file) {
        this.name = name;
        this.file = new MeteredStream(file);
    }

    /** @throws UnreadablePhotoException if the bytes give no picture */
    Photo decode() throws IOException {
        byte[] header = new byte[FileKind.HEADER];
        int length = Math.max(0, file.read(header));
        if (length == 0) {
            throw new UnreadablePhotoException(name + " is empty. Copy it again from where it came from.");
        }
        FileKind kind = FileKind.of(Arrays.copyOf(header, length));
        if (!kind.isReadable()) {
            throw kind.refusal(name);
        }
        try {
            new Burden(name, file).check(kind);
            Photo stored = pixels(kind);
            return Orientation.read(file, kind).apply(stored);
        } catch (UnreadablePhotoException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new UnreadablePhotoException(
                    name + " needs more memory than there is. Save it smaller and try again.", e);
        } catch (IOException | RuntimeException | StackOverflowError | InternalError e) {
            // decoders answer broken files with exceptions of any kind
            throw new UnreadablePhotoException(
                    name + " is damaged: its " + kind + " data cannot be decoded. Copy it again, or save it anew.", e);
        }
    }

    /** Ends the decoding from another thread, as soon as the decoder looks up. */
    void giveUp() {
        file.giveUp();
        ImageReader current = reader;
        if (current != null) {
            current.abort();
        }
    }

    private Photo pixels(FileKind kind) throws IOException {
        ImageReader decoder = ImageIO.getImageReadersByFormatName(kind.reader()).next();
        reader = decoder;
        try {
            file.seek(0);
            decoder.setInput(kind == FileKind.PNG ? new CriticalChunks(file) : file, false, false);
            file.allow(MOST_HEADER_BYTES);
            int step = step(decoder);
            file.allow(Long.MAX_VALUE);
            ImageReadParam every = decoder.getDefaultReadParam();
            every.setSourceSubsampling(step, step, 0, 0);
            Truncation truncation = new Truncation();
            decoder.addIIOReadWarningListener(truncation);
            BufferedImage image;
            try {
                image = decoder.read(0, every);
            } catch (EOFException e) {
                throw cutShort(e);
            }
            if (truncation.isSeen()) {
                throw cutShort(null);
            }
            return PhotoReader.toPhoto(image, name);
        } finally {
            reader = null;
            decoder.dispose();
        }
    }

    private UnreadablePhotoException cutShort(@Nullable EOFException cause) {
        return new UnreadablePhotoException(
                name + " is cut short: the file ends before the picture does. Copy it again from where it came from.",
                cause);
    }

    /** How many columns and rows of the file go to one that is decoded. */
    private int step(ImageReader decoder) throws IOException {
        int width = decoder.getWidth(0);
        int height = decoder.getHeight(0);
        long pixels = (long) width * height;
        if (pixels > MOST_PIXELS) {
            throw new UnreadablePhotoException(String.format(
                    Locale.ROOT,
                    "%s has %d megapixels; Agefold reads up to %d. Save it smaller and try again.",
                    name,
                    pixels / 1_000_000,
                    MOST_PIXELS / 1_000_000));
        }
        if (Math.max(width, height) > LONGEST_SIDE) {
            throw new UnreadablePhotoException(name + " is " + width + "x" + height
                    + " pixels; Agefold reads sides of up to " + LONGEST_SIDE + ". Cut out the part you want.");
        }
        long bytes = pixels * bytesOfPixel(decoder);
        int step = 1;
        while (pixels / step / step > MOST_DECODED_PIXELS || bytes / step / step > MOST_DECODED_BYTES) {
            step++;
        }
        return step;
    }

    private static long bytesOfPixel(ImageReader decoder) throws IOException {
        Iterator<ImageTypeSpecifier> types = decoder.getImageTypes(0);
        ColorModel colors = types.hasNext() ? types.next().getColorModel() : ColorModel.getRGBdefault();
        return Math.max(1, (colors.getPixelSize() + 7) / 8);
    }
}
