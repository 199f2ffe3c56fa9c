package io.github.agefold.ui.background;

import io.github.agefold.strip.Aging;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that owns the networks. It loads them once; work that comes before they are loaded waits its turn behind the loading.
 * If loading failed, the next work tries it again, so that a user who has put the weights right goes on without a restart.
 */
public final class NetworkThread implements AutoCloseable {
    /** How the networks are. */
    public enum Status {
        LOADING,
        READY,
        FAILED
    }

    /** What is done with the networks, on their thread. */
    @FunctionalInterface
    public interface Work {
        void with(Aging aging) throws Exception;
    }

    private final Callable<Aging> loading;
    private final Executor screen;
    private final ExecutorService thread;
    private volatile boolean closed;
    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.LOADING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper weights = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private @Nullable Aging aging;

    /**
     * @param loading makes the networks; called on their thread
     * @param screen where {@link #statusProperty()} changes
     */
    public NetworkThread(Callable<Aging> loading, Executor screen) {
        this.loading = loading;
        this.screen = screen;
        thread = Executors.newSingleThreadExecutor(work -> {
            Thread networks = new Thread(work, "networks");
            // close() gives it time to end; native code that has not come back by then must not keep the program alive
            networks.setDaemon(true);
            return networks;
        });
    }

    public ReadOnlyObjectProperty<Status> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Why the networks can't be loaded, in one sentence for the user; empty unless the status is {@link Status#FAILED}. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /**
     * Uses other weights from now on; those in use stay if that fails.
     *
     * @param name what the user calls them; empty for the first ones
     * @param source makes the networks, on their thread
     * @param failed told, on the networks' thread, what it threw
     */
    public void use(String name, Callable<Aging> source, Consumer<Throwable> failed) {
        try {
            thread.execute(() -> {
                if (closed) {
                    return;
                }
                try {
                    aging = source.call();
                    screen.execute(() -> {
                        weights.set(name);
                        changes.set(changes.get() + 1);
                    });
                    show(Status.READY, "");
                } catch (Throwable e) {
                    failed.accept(e);
                }
            });
        } catch (RejectedExecutionException e) {
            // the window has closed: nobody waits for this any more
        }
    }

    /** Uses the first weights again. */
    public void useFirst(Consumer<Throwable> failed) {
        use("", loading, failed);
    }

    /** What the user calls the weights in use; empty for the first ones. */
    public ReadOnlyStringProperty weightsProperty() {
        return weights.getReadOnlyProperty();
    }

    /** How often other weights have come into use, those of a run that has gone on and kept its name among them. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Begins to load the networks, unless they are there; the status tells how it went. */
    public void load() {
        run(loaded -> {}, shown -> {});
    }

    /**
     * Does work after all that came before it.
     *
     * @param failed told, on the networks' thread, what loading or the work threw
     */
    public void run(Work work, Consumer<Throwable> failed) {
        try {
            thread.execute(() -> {
                if (closed) {
                    return;
                }
                try {
                    work.with(networks());
                } catch (Throwable e) {
                    failed.accept(e);
                }
            });
        } catch (RejectedExecutionException e) {
            // the window has closed: nobody waits for this any more
        }
    }

    private Aging networks() throws Exception {
        if (aging == null) {
            show(Status.LOADING, "");
            try {
                aging = loading.call();
            } catch (Throwable e) {
                show(Status.FAILED, Problems.sentence(e));
                throw e;
            }
            show(Status.READY, "");
        }
        return aging;
    }

    private void show(Status now, String sentence) {
        screen.execute(() -> {
            problem.set(sentence);
            status.set(now);
        });
    }

    /** Drops what has not begun, and waits a little for what has: it ends at its next iteration. */
    @Override
    public void close() {
        closed = true;
        // not shutdownNow(): it interrupts, and native code must not be interrupted
        thread.shutdown();
        try {
            thread.awaitTermination(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
