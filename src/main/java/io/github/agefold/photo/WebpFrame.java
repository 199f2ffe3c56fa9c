package io.github.agefold.photo;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/**
 * The first picture in a WebP file, by its own header: the file's may tell of another size.
 *
 * @param pixels of the picture, 0 if there is none
 */
record WebpFrame(long pixels, boolean isLossless) {
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int ANIMATION_FRAME_HEAD = 16;
    private static final int SIDE_BITS = 14;
    private static final int SIDE = (1 << SIDE_BITS) - 1;

    /** Where a chunk's data begins, or -1 if there is no such chunk. */
    static long find(ImageInputStream file, String type) throws IOException {
        file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        try {
            for (long place = FIRST_CHUNK; ; ) {
                file.seek(place);
                byte[] name = new byte[4];
                file.readFully(name);
                long length = file.readUnsignedInt();
                if (type.equals(new String(name, StandardCharsets.ISO_8859_1))) {
                    return place + CHUNK_HEAD;
                }
                boolean isFrame = "ANMF".equals(new String(name, StandardCharsets.ISO_8859_1));
                place += CHUNK_HEAD + (isFrame ? ANIMATION_FRAME_HEAD : length + length % 2);
            }
        } catch (EOFException e) {
            return -1;
        }
    }

    static WebpFrame read(ImageInputStream file) throws IOException {
        long lossy = find(file, "VP8 ");
        if (lossy >= 0) {
            file.seek(lossy + 6);
            long width = file.readUnsignedShort() & SIDE;
            return new WebpFrame(width * (file.readUnsignedShort() & SIDE), false);
        }
        long lossless = find(file, "VP8L");
        if (lossless < 0) {
            return new WebpFrame(0, false);
        }
        file.seek(lossless + 1);
        long bits = file.readUnsignedInt();
        return new WebpFrame(((bits & SIDE) + 1) * ((bits >> SIDE_BITS & SIDE) + 1), true);
    }
}
