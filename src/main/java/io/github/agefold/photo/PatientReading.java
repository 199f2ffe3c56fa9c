package io.github.agefold.photo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work on a file that may never end, in a thread of its own: whoever asked for it gets an answer all the same. */
final class PatientReading {
    /** Of the processor's time: a busy machine is no fault of the file's. */
    private static final Duration MOST_WORK = Duration.ofSeconds(10);

    /** In all: a drive may have vanished. */
    private static final Duration MOST_TIME = Duration.ofSeconds(60);

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration mostWork;
    private final Duration mostTime;

    PatientReading() {
        this(MOST_WORK, MOST_TIME);
    }

    PatientReading(Duration mostWork, Duration mostTime) {
        this.mostWork = mostWork;
        this.mostTime = mostTime;
    }

    /**
     * Waits for work.
     *
     * @param giveUp called if the work takes too long
     * @throws UnreadablePhotoException if it takes too long
     * @throws IOException what the work throws
     */
    <T> T wait(String name, Callable<T> work, Runnable giveUp) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "picture decoder");
        thread.setDaemon(true);
        long begin = System.nanoTime();
        thread.start();
        try {
            while (true) {
                try {
                    return task.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (worked(thread) > mostWork.toNanos() || System.nanoTime() - begin > mostTime.toNanos()) {
                        throw tooLong(name);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(name + " was not read to its end.");
        } finally {
            if (!task.isDone()) {
                giveUp.run();
            }
        }
    }

    private static long worked(Thread thread) {
        return THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
                ? THREADS.getThreadCpuTime(thread.getId())
                : 0;
    }

    private UnreadablePhotoException tooLong(String name) {
        return new UnreadablePhotoException(name + " was given up: it cannot be decoded in " + mostWork.toSeconds()
                + " seconds. Save it smaller, or as JPEG, and on a drive that answers.");
    }

    private static IOException rethrown(Throwable cause) {
        if (cause instanceof IOException e) {
            return e;
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        throw new IllegalStateException(cause);
    }
}
