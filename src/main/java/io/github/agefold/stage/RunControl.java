package io.github.agefold.stage;

import java.util.function.BooleanSupplier;

/** Lets another thread pause, resume and stop a run. The run looks at it before each step. */
public final class RunControl {
    /** What a run is to do. */
    enum Wish {
        GO_ON,
        PAUSE,
        STOP
    }

    private static final long MILLISECONDS_BETWEEN_LOOKS = 100;

    private final BooleanSupplier alsoStop;
    private Wish wish = Wish.GO_ON;

    public RunControl() {
        this(() -> false);
    }

    /** @param alsoStop asked, too, whether to stop */
    public RunControl(BooleanSupplier alsoStop) {
        this.alsoStop = alsoStop;
    }

    /** Asks the run to save itself after its step and to wait, with all it has in memory. */
    public synchronized void pause() {
        if (wish == Wish.GO_ON) {
            wish = Wish.PAUSE;
        }
    }

    /** Lets a paused run go on. */
    public synchronized void resume() {
        if (wish == Wish.PAUSE) {
            wish = Wish.GO_ON;
        }
        notifyAll();
    }

    /** Asks the run to save itself after its step and to end; final. */
    public synchronized void stop() {
        wish = Wish.STOP;
        notifyAll();
    }

    synchronized Wish wish() {
        return alsoStop.getAsBoolean() ? Wish.STOP : wish;
    }

    /** Waits as long as the wish is to pause, and returns the next. */
    synchronized Wish awaitEndOfPause() {
        Wish now = wish();
        while (now == Wish.PAUSE) {
            try {
                wait(MILLISECONDS_BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                wish = Wish.STOP;
            }
            now = wish();
        }
        return now;
    }
}
