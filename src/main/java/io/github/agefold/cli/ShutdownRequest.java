package io.github.agefold.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ctrl+C, or the system going down: work is asked to stop, and the program ends only when it has saved itself. */
final class ShutdownRequest implements AutoCloseable {
    /** A checkpoint takes a few; a camera's driver, or a drive that is gone, may never come back. */
    private static final int SECONDS_TO_SAVE = 120;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final CountDownLatch workEnded = new CountDownLatch(1);

    ShutdownRequest() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::request, "shutdown"));
    }

    private void request() {
        requested.set(true);
        try {
            if (!workEnded.await(SECONDS_TO_SAVE, TimeUnit.SECONDS)) {
                System.err.println("The work has not ended within " + SECONDS_TO_SAVE + " s, and is given up.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRequested() {
        return requested.get();
    }

    /** The work has ended, one way or the other. */
    @Override
    public void close() {
        workEnded.countDown();
    }
}
