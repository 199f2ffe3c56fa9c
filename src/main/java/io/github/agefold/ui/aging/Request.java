package io.github.agefold.ui.aging;

import io.github.agefold.latent.SearchStep;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One photo's or one face's way through the threads. Once it is cancelled, none of its results reach the screen. */
final class Request {
    private final Executor screen;
    private volatile boolean cancelled;

    Request(Executor screen) {
        this.screen = screen;
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Brings a result to the screen's thread. */
    void show(Runnable change) {
        screen.execute(() -> {
            if (!cancelled) {
                change.run();
            }
        });
    }

    /** Brings steps to the screen: the newest, skipping those that come while it is busy. */
    Consumer<SearchStep> showNewest(Consumer<SearchStep> shown) {
        AtomicReference<@Nullable SearchStep> newest = new AtomicReference<>();
        return step -> {
            if (newest.getAndSet(step) == null) {
                show(() -> shown.accept(newest.getAndSet(null)));
            }
        };
    }
}
