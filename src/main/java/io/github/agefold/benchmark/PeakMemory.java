package io.github.agefold.benchmark;

import org.bytedeco.javacpp.Pointer;

/** Watches how much memory the whole process has in use, Java's heap and the networks' arrays alike, until it is closed. */
final class PeakMemory implements AutoCloseable {
    private static final long MILLISECONDS_BETWEEN_LOOKS = 10;

    private final Thread watcher = new Thread(this::watch, "peak-memory");
    private volatile long bytes = Pointer.physicalBytes();
    private volatile boolean closed;

    PeakMemory() {
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        while (!closed) {
            bytes = Math.max(bytes, Pointer.physicalBytes());
            try {
                Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The most that was seen so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }
}
