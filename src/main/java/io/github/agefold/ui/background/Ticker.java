package io.github.agefold.ui.background;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs something on the screen's thread a few times a second. Unlike a JavaFX animation it does not keep the screen redrawing itself
 * between; and a screen that is behind is not given more to do.
 */
public final class Ticker implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "ticker");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean waiting = new AtomicBoolean();

    public Ticker(Runnable tick, Executor screen, long milliseconds) {
        var unused = clock.scheduleWithFixedDelay(
                () -> {
                    if (waiting.compareAndSet(false, true)) {
                        screen.execute(() -> {
                            waiting.set(false);
                            tick.run();
                        });
                    }
                },
                milliseconds,
                milliseconds,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
