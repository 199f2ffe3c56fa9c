package io.github.agefold.ui.camera;

import io.github.agefold.live.LiveFrame;
import io.github.agefold.live.LiveOptions;
import io.github.agefold.live.LivePreview;
import io.github.agefold.ui.background.NetworkThread;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One source's way through the threads, from its opening to its closing. Each thread takes the newest frame when it comes round to it and
 * drops those before; once the session is closed, none of its results reach the screen.
 */
final class Session {
    /**
     * What came of a frame.
     *
     * @param grabbed the frame
     */
    record Result(Grabbed grabbed, LiveFrame frame) {}

    private final NetworkThread networks;
    private final Executor screen;
    private final Supplier<LiveOptions> options;
    private final AtomicReference<@Nullable Grabbed> toShow = new AtomicReference<>();
    private final AtomicReference<@Nullable Grabbed> toAge = new AtomicReference<>();
    private final AtomicReference<@Nullable Result> aged = new AtomicReference<>();
    private final AtomicReference<@Nullable Integer> choice = new AtomicReference<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean closed;
    private @Nullable LivePreview preview;

    /** @param options asked before each frame, on the networks' thread */
    Session(NetworkThread networks, Executor screen, Supplier<LiveOptions> options) {
        this.networks = networks;
        this.screen = screen;
        this.options = options;
    }

    void close() {
        closed = true;
        toShow.set(null);
        toAge.set(null);
        aged.set(null);
    }

    /** Follows this face from the next frame on. */
    void choose(int id) {
        choice.set(id);
    }

    /** Changes something on the screen's thread. */
    void show(Runnable change) {
        screen.execute(() -> {
            if (!closed) {
                change.run();
            }
        });
    }

    /** Shows a frame. */
    void show(Grabbed frame, Consumer<Grabbed> shown) {
        showNewest(toShow, frame, shown);
    }

    private <T> void showNewest(AtomicReference<@Nullable T> slot, T value, Consumer<T> shown) {
        if (slot.getAndSet(value) == null) {
            show(() -> {
                T newest = slot.getAndSet(null);
                if (newest != null) {
                    shown.accept(newest);
                }
            });
        }
    }

    /**
     * Ages the faces in a frame, if no newer one comes before the networks are free. Frame by frame, so that other work with the networks
     * gets its turn.
     */
    void age(Grabbed frame, Consumer<Result> shown, Consumer<Throwable> failed) {
        toAge.set(frame);
        next(shown, failed);
    }

    private void next(Consumer<Result> shown, Consumer<Throwable> failed) {
        if (closed || !busy.compareAndSet(false, true)) {
            return;
        }
        networks.run(
                aging -> {
                    Grabbed frame = toAge.getAndSet(null);
                    if (frame != null && !closed) {
                        if (preview == null) {
                            preview = new LivePreview(aging.live());
                        }
                        Integer chosen = choice.getAndSet(null);
                        if (chosen != null) {
                            preview.choose(chosen);
                        }
                        LiveFrame made = preview.next(frame.photo(), frame.nanoTime() / 1e9, options.get());
                        showNewest(aged, new Result(frame, made), shown);
                    }
                    busy.set(false);
                    if (toAge.get() != null) {
                        next(shown, failed);
                    }
                },
                // stays busy: what failed once would fail with every frame
                e -> show(() -> failed.accept(e)));
    }
}
