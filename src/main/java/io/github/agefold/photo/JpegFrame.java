package io.github.agefold.photo;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/**
 * What a JPEG's headers say of the work to decode it. A picture in several scans is kept whole in memory while they are read, and each
 * scan of a few bytes goes over all of it.
 *
 * @param pixels of the picture
 * @param memory that its decoder takes, in bytes
 * @param scans how often it goes over the picture
 * @param profile how long its colour profile says that it is, in bytes; 0 without one
 */
record JpegFrame(long pixels, long memory, int scans, long profile) {
    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int LOSSLESS = 0xc3;
    private static final int PROGRESSIVE = 0xc2;
    private static final int APP_2 = 0xe2;
    private static final String PROFILE = "ICC_PROFILE\0";
    private static final int COEFFICIENT = 2;

    /** The pure Java decoder of lossless JPEG keeps each number twice as an int. */
    private static final int LOSSLESS_NUMBER = 8;

    /**
     * Reads the headers, and counts the scans of a picture that has several.
     *
     * @param start where the JPEG begins in the file
     * @return no pixels, if there is no frame
     */
    static JpegFrame read(ImageInputStream file, long start) throws IOException {
        file.setByteOrder(ByteOrder.BIG_ENDIAN);
        file.seek(start);
        long pixels = 0;
        long memory = 0;
        long profile = 0;
        int components = 0;
        boolean isProgressive = false;
        boolean isLossless = false;
        for (int marker = nextMarker(file); marker >= 0 && marker != END; marker = nextMarker(file)) {
            if (!hasLength(marker)) {
                continue;
            }
            long next = file.getStreamPosition() + file.readUnsignedShort();
            if (marker == START_OF_SCAN) {
                boolean hasMore = isProgressive || file.readUnsignedByte() < components;
                file.seek(next);
                return hasMore
                        ? new JpegFrame(pixels, memory, 1 + countScans(file), profile)
                        : new JpegFrame(pixels, isLossless ? memory : 0, 1, profile);
            }
            if (marker == APP_2) {
                profile = Math.max(profile, profile(file, next));
            }
            if (isFrame(marker)) {
                isProgressive = marker == PROGRESSIVE;
                isLossless = marker == LOSSLESS;
                file.readUnsignedByte();
                long height = file.readUnsignedShort();
                long width = file.readUnsignedShort();
                components = file.readUnsignedByte();
                pixels = width * height;
                memory = isLossless ? pixels * components * LOSSLESS_NUMBER : coefficients(file, pixels, components);
            }
            file.seek(next);
        }
        return new JpegFrame(pixels, memory, 0, profile);
    }

    /** What a profile's first piece begins with: its length. */
    private static long profile(ImageInputStream file, long end) throws IOException {
        byte[] name = new byte[PROFILE.length()];
        if (end - file.getStreamPosition() < name.length + 2 + Integer.BYTES) {
            return 0;
        }
        file.readFully(name);
        boolean isFirst = file.readUnsignedShort() >> 8 <= 1;
        boolean isProfile = PROFILE.equals(new String(name, StandardCharsets.ISO_8859_1));
        return isProfile && isFirst ? file.readUnsignedInt() : 0;
    }

    /** Bytes of the coefficients of all components, those of halved colours counted as halved. */
    private static long coefficients(ImageInputStream file, long pixels, int components) throws IOException {
        long areas = 0;
        int across = 1;
        int down = 1;
        for (int i = 0; i < components; i++) {
            file.readUnsignedByte();
            int sampling = file.readUnsignedByte();
            file.readUnsignedByte();
            across = Math.max(across, sampling >> 4);
            down = Math.max(down, sampling & 0xf);
            areas += (long) (sampling >> 4) * (sampling & 0xf);
        }
        return pixels * areas * COEFFICIENT / ((long) across * down);
    }

    /** The scans that follow, to the end of the file. */
    private static int countScans(ImageInputStream file) throws IOException {
        int scans = 0;
        for (int marker = nextMarker(file); marker >= 0 && marker != END; marker = nextMarker(file)) {
            if (marker == START_OF_SCAN) {
                scans++;
            }
        }
        return scans;
    }

    /** Goes behind the next marker. In a scan's data 0xff is followed by 0, which is none. */
    private static int nextMarker(ImageInputStream file) throws IOException {
        int last = 0;
        for (int next = file.read(); next >= 0; next = file.read()) {
            if (last == 0xff && next != 0 && next != 0xff) {
                return next;
            }
            last = next;
        }
        return -1;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean hasLength(int marker) {
        return marker != 0xd8 && marker != 0x01 && (marker < 0xd0 || marker > 0xd7);
    }
}
