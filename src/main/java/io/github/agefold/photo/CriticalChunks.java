package io.github.agefold.photo;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A PNG without what its picture does not need: the decoder unpacks notes and profiles in memory, and a few kilobytes of them may
 * unpack to gigabytes.
 */
final class CriticalChunks extends ImageInputStreamImpl {
    private static final int SIGNATURE = 8;
    private static final int AROUND_DATA = 12;
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** A stretch of the file, and where it begins in this stream. */
    private record Part(long at, long from, long length) {}

    private final ImageInputStream file;
    private final List<Part> parts = new ArrayList<>();
    private int current;

    CriticalChunks(ImageInputStream file) throws IOException {
        this.file = file;
        add(0, SIGNATURE);
        long place = SIGNATURE;
        while (true) {
            PngChunk chunk;
            try {
                chunk = PngChunk.read(file, place);
            } catch (EOFException e) {
                // cut short: the decoder finds that out by itself
                return;
            }
            if (NEEDED.contains(chunk.type())) {
                add(place, chunk.length() + AROUND_DATA);
            }
            if (chunk.type().equals("IEND")) {
                return;
            }
            place += chunk.length() + AROUND_DATA;
        }
    }

    private void add(long from, long length) {
        Part last = parts.isEmpty() ? new Part(0, 0, 0) : parts.get(parts.size() - 1);
        if (last.from + last.length == from) {
            parts.remove(last);
            parts.add(new Part(last.at, last.from, last.length + length));
        } else {
            parts.add(new Part(last.at + last.length, from, length));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        Part part = part();
        if (part == null) {
            return -1;
        }
        long inside = streamPos - part.at;
        file.seek(part.from + inside);
        int count = file.read(to, offset, (int) Math.min(length, part.length - inside));
        streamPos += Math.max(0, count);
        return count;
    }

    private Part part() {
        if (streamPos < parts.get(current).at) {
            current = 0;
        }
        while (current < parts.size()) {
            Part part = parts.get(current);
            if (streamPos < part.at + part.length) {
                return part;
            }
            current++;
        }
        current = 0;
        return null;
    }
}
