package io.github.agefold.photo;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file as decoders see it: what they read is counted, so that a header that sends them over the whole file again and again comes to
 * an end, and so does a decoder that has been given up.
 */
final class MeteredStream extends ImageInputStreamImpl {
    private static final int BUFFER = 1 << 13;

    /** A decoder that takes the end for zeros would fill a large picture with them, at an exception each. */
    private static final int MOST_READS_BEHIND_THE_END = 10_000;

    private final ImageInputStream file;
    private final byte[] buffer = new byte[BUFFER];
    private long bufferStart;
    private int bufferLength;
    private long left = Long.MAX_VALUE;
    private int readsBehindTheEnd;
    private volatile boolean isGivenUp;

    MeteredStream(ImageInputStream file) {
        this.file = file;
    }

    /** Allows this many more bytes. */
    void allow(long bytes) {
        left = bytes;
    }

    /** Fails all reading from now on. */
    void giveUp() {
        isGivenUp = true;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        spend(1);
        return buffer[(int) (streamPos++ - bufferStart)] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int from = (int) (streamPos - bufferStart);
        int count = Math.min(length, bufferLength - from);
        spend(count);
        System.arraycopy(buffer, from, to, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        try {
            return file.length();
        } catch (IOException e) {
            return -1;
        }
    }

    /** Whether the buffer has the byte at this place, if the file has. */
    private boolean fill() throws IOException {
        if (isGivenUp) {
            throw new IOException("given up");
        }
        if (streamPos >= bufferStart && streamPos < bufferStart + bufferLength) {
            return true;
        }
        file.seek(streamPos);
        bufferStart = streamPos;
        bufferLength = Math.max(0, file.read(buffer, 0, BUFFER));
        if (bufferLength == 0 && ++readsBehindTheEnd > MOST_READS_BEHIND_THE_END) {
            throw new IOException("read on and on behind its end");
        }
        return bufferLength > 0;
    }

    private void spend(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("the header is read over and over");
        }
    }
}
