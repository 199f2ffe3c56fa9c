package io.github.agefold.photo;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * The first directory of a TIFF file, or of EXIF notes, which are TIFF inside other files. Numbers are read where they lie: whatever
 * the file says of lengths, no memory is taken.
 */
final class TiffDirectory {
    static final int COMPRESSION = 0x103;
    static final int STRIPS = 0x111;
    static final int ORIENTATION = 0x112;
    static final int TILES = 0x144;
    static final int JPEG_STREAM = 0x201;

    static final int PROFILE = 0x8773;

    private static final int ENTRY = 12;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final ImageInputStream file;
    private final long start;
    private final ByteOrder order;
    private final long directory;
    private final int entries;

    /** @param start where the TIFF begins in the file */
    TiffDirectory(ImageInputStream file, long start) throws IOException {
        this.file = file;
        this.start = start;
        file.seek(start);
        order = file.readByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        file.setByteOrder(order);
        file.seek(start + 4);
        directory = start + file.readUnsignedInt();
        file.seek(directory);
        entries = file.readUnsignedShort();
    }

    /** How many numbers a tag has; 0 without it. */
    long count(int tag) throws IOException {
        return find(tag) ? file.readUnsignedInt() : 0;
    }

    /** Where a tag's data begins, if it lies elsewhere in the file; -1 without it. */
    long place(int tag) throws IOException {
        if (!find(tag)) {
            return -1;
        }
        file.readInt();
        return start + file.readUnsignedInt();
    }

    /**
     * A tag's number.
     *
     * @param index 0 for the first
     * @return -1 if there is none
     */
    long number(int tag, long index) throws IOException {
        if (!find(tag)) {
            return -1;
        }
        file.seek(file.getStreamPosition() - 2);
        int type = file.readUnsignedShort();
        long count = file.readUnsignedInt();
        int size = type == SHORT ? Short.BYTES : Integer.BYTES;
        if (index >= count || (type != SHORT && type != LONG)) {
            return -1;
        }
        if (count * size > Integer.BYTES) {
            file.seek(start + file.readUnsignedInt());
        }
        file.seek(file.getStreamPosition() + index * size);
        return type == SHORT ? file.readUnsignedShort() : file.readUnsignedInt();
    }

    /** Goes to a tag's count. */
    private boolean find(int tag) throws IOException {
        file.setByteOrder(order);
        try {
            for (int i = 0; i < entries; i++) {
                file.seek(directory + 2 + (long) i * ENTRY);
                if (file.readUnsignedShort() == tag) {
                    file.readShort();
                    return true;
                }
            }
        } catch (EOFException e) {
            // more entries announced than there are
        }
        return false;
    }
}
