package io.github.agefold.camera;

import io.github.agefold.log.LogFolder;
import io.github.agefold.photo.Photo;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes frames on a thread of its own until it is closed. Films go on at their own rate and begin anew when they end. A second thread
 * watches: native code that opens or reads a device may never come back, and then there must be a sentence all the same.
 */
public final class Capture implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);
    private static final long MILLISECONDS_AT_EXIT = 2000;

    /** How it is. */
    public enum Condition {
        OPENING,
        RUNNING,
        /** Frames come, but all are black. */
        BLACK,
        /** It has given up, and no more frames come. */
        FAILED
    }

    /** Told of all that happens, on the threads of the capture; after {@link Capture#close} of nothing. */
    public interface Listener {
        /**
         * @param frame a copy
         * @param grabbed when it came, as {@link System#nanoTime} tells
         * @param milliseconds that decoding took; of a device, waiting included
         */
        void frame(Photo frame, long grabbed, double milliseconds);

        /** @param sentence for the user; empty unless something is wrong */
        void condition(Condition condition, String sentence);
    }

    /**
     * When to give up, in milliseconds.
     *
     * @param open until a device is open and the first frame is there, the one before having been let go
     * @param frame from one frame to the next
     * @param black until frames that are all black are told of
     */
    record Patience(long open, long frame, long black) {
        static Patience usual() {
            return new Patience(8_000, 3_000, 2_000);
        }
    }

    private final FrameSource source;
    private final Listener listener;
    private final Patience patience;

    /** Let go as soon as it has been waited for: else each would hold the one before, back to the first. */
    private @Nullable Capture before;

    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean ended;
    private volatile boolean opened;
    private volatile long lastSign;
    private Condition condition = Condition.OPENING;

    private Capture(FrameSource source, Listener listener, Patience patience, @Nullable Capture before) {
        this.source = source;
        this.listener = listener;
        this.patience = patience;
        this.before = before;
    }

    /**
     * Opens a source and begins to take frames; returns at once.
     *
     * @param before the capture that was closed last: its device is waited for
     */
    public static Capture start(FrameSource source, Listener listener, @Nullable Capture before) {
        return start(source, listener, Patience.usual(), before);
    }

    static Capture start(FrameSource source, Listener listener, Patience patience, @Nullable Capture before) {
        Capture capture = new Capture(source, listener, patience, before);
        daemon("camera", capture::run);
        return capture;
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        // a program that ends must not take OpenCV away under a thread that is reading
        Thread atExit = new Thread(() -> {
            close();
            awaitRelease(MILLISECONDS_AT_EXIT);
        });
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            released.countDown();
            return; // the program is ending already
        }
        try {
            tell(Condition.OPENING, "");
            Capture last = before;
            before = null;
            if (last != null && !last.awaitRelease(patience.open())) {
                fail(doesNotAnswer());
                return;
            }
            lastSign = System.nanoTime();
            daemon("camera watch", this::watch);
            while (!ended) {
                try (Frames frames = source.open()) {
                    play(frames);
                }
            }
        } catch (IOException e) {
            fail(e.getMessage() == null ? doesNotAnswer() : e.getMessage());
        } catch (Throwable e) {
            LOG.error("capture", e);
            fail(source.name() + " could not be read (" + e.getMessage() + "). Try again; more is in "
                    + LogFolder.words() + ".");
        } finally {
            released.countDown();
            forget(atExit);
        }
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // it is running
        }
    }

    private void play(Frames frames) throws IOException {
        Pace pace = new Pace(source.isDevice() ? 0 : frames.rate());
        Darkness darkness = new Darkness(patience.black());
        int count = 0;
        while (!ended) {
            long begin = System.nanoTime();
            Photo frame = frames.next();
            if (frame == null) {
                if (count == 0) {
                    throw new CameraException(source.name() + " holds no pictures. Choose another film.");
                }
                return;
            }
            count++;
            double milliseconds = (System.nanoTime() - begin) / 1e6;
            pace.await();
            long now = System.nanoTime();
            lastSign = now;
            opened = true;
            if (ended) {
                return;
            }
            if (darkness.lasts(frame, now)) {
                tell(
                        Condition.BLACK,
                        source.name()
                                + " gives only black pictures. Open its cover, let in some light, then try again.");
            } else {
                tell(Condition.RUNNING, "");
            }
            listener.frame(frame, now, milliseconds);
        }
    }

    private void watch() {
        try {
            while (!released.await(100, TimeUnit.MILLISECONDS) && !ended) {
                long silence = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastSign);
                if (silence > (opened ? patience.frame() : patience.open())) {
                    fail(doesNotAnswer());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String doesNotAnswer() {
        return source.name()
                + (opened ? " gives no more pictures" : " gives no pictures")
                + (source.isDevice() ? ". Unplug it and plug it in again, then try again." : ". Choose another film.");
    }

    private synchronized void tell(Condition now, String sentence) {
        if (!ended && (now != condition || now == Condition.OPENING)) {
            condition = now;
            listener.condition(now, sentence);
        }
    }

    private synchronized void fail(String sentence) {
        tell(Condition.FAILED, sentence);
        ended = true;
    }

    /** Asks for the end and returns at once; the device is let go as soon as the frame that is being read is there. */
    @Override
    public synchronized void close() {
        ended = true;
    }

    /**
     * Waits until the device has been let go.
     *
     * @return whether it has
     */
    public boolean awaitRelease(long milliseconds) {
        try {
            return released.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
