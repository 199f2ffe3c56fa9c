package io.github.agefold.photo;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Locale;
import javax.imageio.stream.ImageInputStream;

/** What decoding a file asks of the machine, where its size in pixels does not tell. Too much is refused before it begins. */
final class Burden {
    private static final long MOST_MEMORY = 370_000_000;

    /** Scans times pixels: ten seconds or so. */
    private static final long MOST_SCANNED = 2_500_000_000L;

    /** The pure Java decoder takes some 40 bytes a pixel of lossy WebP, and 4 of lossless. */
    private static final long MOST_LOSSY_WEBP = 17_000_000;

    private static final long MOST_LOSSLESS_WEBP = 64_000_000;

    /** Printers' are a few megabytes; Java takes the memory before it sees that a profile is not so long. */
    private static final long LONGEST_PROFILE = 16_000_000;

    private static final int MOST_STRIPS = 1 << 16;
    private static final int BMP_COMPRESSION = 30;

    private final String name;
    private final ImageInputStream file;

    Burden(String name, ImageInputStream file) {
        this.name = name;
        this.file = file;
    }

    /** @throws UnreadablePhotoException if it is too much */
    void check(FileKind kind) throws IOException {
        try {
            switch (kind) {
                case JPEG -> check(JpegFrame.read(file, 0));
                case TIFF -> checkTiff(new TiffDirectory(file, 0));
                case WEBP -> checkWebp();
                case BMP -> checkBmp();
                default -> {}
            }
        } catch (EOFException e) {
            // a broken header: the decoder will say so
        }
    }

    private void check(JpegFrame frame) throws UnreadablePhotoException {
        checkProfile(frame.profile());
        if (frame.memory() > MOST_MEMORY || frame.scans() * frame.pixels() > MOST_SCANNED) {
            throw new UnreadablePhotoException(String.format(
                    Locale.ROOT,
                    "%s is a progressive or lossless JPEG of %d megapixels in %d passes: that takes too much memory or time. Save it "
                            + "smaller, or as an ordinary (\"baseline\") JPEG.",
                    name,
                    frame.pixels() / 1_000_000,
                    frame.scans()));
        }
    }

    private void checkProfile(long length) throws UnreadablePhotoException {
        if (length > LONGEST_PROFILE) {
            throw new UnreadablePhotoException(String.format(
                    Locale.ROOT,
                    "%s is damaged: its colour profile claims to be %d MB. Save it without one, or as sRGB.",
                    name,
                    length / 1_000_000));
        }
    }

    private void checkWebp() throws IOException {
        long profile = WebpFrame.find(file, "ICCP");
        if (profile >= 0) {
            checkProfileAt(profile);
        }
        WebpFrame frame = WebpFrame.read(file);
        long most = frame.isLossless() ? MOST_LOSSLESS_WEBP : MOST_LOSSY_WEBP;
        if (frame.pixels() > most) {
            throw new UnreadablePhotoException(String.format(
                    Locale.ROOT,
                    "%s has %d megapixels; Agefold reads WebP files of its sort up to %d. Save it smaller, or as JPEG.",
                    name,
                    frame.pixels() / 1_000_000,
                    most / 1_000_000));
        }
    }

    /** A profile begins with its length. */
    private void checkProfileAt(long place) throws IOException {
        file.setByteOrder(ByteOrder.BIG_ENDIAN);
        file.seek(place);
        checkProfile(file.readUnsignedInt());
    }

    /** TIFF files may hold JPEGs of any size in their strips. */
    private void checkTiff(TiffDirectory directory) throws IOException {
        long profile = directory.place(TiffDirectory.PROFILE);
        if (profile >= 0) {
            checkProfileAt(profile);
        }
        long compression = directory.number(TiffDirectory.COMPRESSION, 0);
        if (compression != 6 && compression != 7) {
            return;
        }
        if (directory.count(TiffDirectory.JPEG_STREAM) > 0) {
            check(JpegFrame.read(file, directory.number(TiffDirectory.JPEG_STREAM, 0)));
        }
        int tag = directory.count(TiffDirectory.TILES) > 0 ? TiffDirectory.TILES : TiffDirectory.STRIPS;
        long strips = directory.count(tag);
        if (strips > MOST_STRIPS) {
            throw new UnreadablePhotoException(name + " is a TIFF of " + strips + " pieces; Agefold reads up to "
                    + MOST_STRIPS + ". Save it anew.");
        }
        for (long i = 0; i < strips; i++) {
            long place = directory.number(tag, i);
            if (place > 0) {
                check(JpegFrame.read(file, place));
            }
        }
    }

    private void checkBmp() throws IOException {
        file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        file.seek(BMP_COMPRESSION);
        int compression = file.readInt();
        if (compression == 4 || compression == 5) {
            throw new UnreadablePhotoException(
                    name + " is a BMP around a JPEG or PNG, which Agefold cannot read. Save it as JPEG or PNG.");
        }
    }
}
