package io.github.agefold.ui.camera;

import io.github.agefold.camera.Capture;
import io.github.agefold.camera.FrameSource;
import io.github.agefold.live.Following;
import io.github.agefold.live.LiveFrame;
import io.github.agefold.live.LiveOptions;
import io.github.agefold.live.TrackedFace;
import io.github.agefold.photo.Photo;
import io.github.agefold.ui.background.NetworkThread;
import io.github.agefold.ui.background.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import org.jspecify.annotations.Nullable;

/**
 * What happens between a camera and the strip on the screen. Commands are called and properties change on the screen's thread; a
 * camera has its own, the networks theirs. A device is held from {@link #start} to {@link #stop} and no longer.
 */
public final class CameraModel extends CameraProperties {
    private static final String NO_CAMERA =
            "No camera was found. Plug one in, then try again; or open a film, an AVI with Motion JPEG or a folder of pictures.";

    private final NetworkThread networks;
    private final Executor files;
    private final Executor screen;
    private final Supplier<List<FrameSource>> cameras;
    private final PreviewSaving saving;
    private final Rates.Counter counter = new Rates.Counter();
    private @Nullable Session session;
    private @Nullable Capture capture;
    private @Nullable FrameSource film;
    private volatile LiveOptions options = LiveOptions.defaults();

    /**
     * @param networks owns all network work
     * @param files runs what waits for the system or the disk
     * @param screen runs what changes the properties
     * @param cameras lists the cameras that there are; called by {@code files}
     */
    public CameraModel(
            NetworkThread networks,
            Executor files,
            Executor screen,
            Supplier<List<FrameSource>> cameras,
            PreviewSaving saving) {
        this.networks = networks;
        this.files = files;
        this.screen = screen;
        this.cameras = cameras;
        this.saving = saving;
        everybodyProperty().addListener((p, was, is) -> setOptions());
        steadinessProperty().addListener((p, was, is) -> setOptions());
    }

    /** Takes up what the user set last time, and keeps what they set from now on. */
    public void remember(Preferences preferences) {
        RememberedChoices.bind(this, preferences);
    }

    private void setOptions() {
        options = new LiveOptions(
                everybodyProperty().get() ? Following.ALL : Following.ONE,
                Math.max(0, Math.min(1, steadinessProperty().get())));
    }

    /** Looks what cameras there are, and shows the one that was shown last, or the first. */
    public void start() {
        Session begun = begin();
        files.execute(() -> {
            List<FrameSource> found;
            try {
                found = cameras.get();
            } catch (Throwable e) {
                begun.show(() -> fail(Problems.sentence(e)));
                return;
            }
            begun.show(() -> found(begun, found));
        });
    }

    private void found(Session begun, List<FrameSource> found) {
        List<FrameSource> all = new ArrayList<>(found);
        if (film != null) {
            all.add(film);
        }
        sources.set(List.copyOf(all));
        FrameSource last = source.get();
        if (last != null && all.contains(last)) {
            open(begun, last);
        } else if (!all.isEmpty()) {
            open(begun, all.get(0));
        } else {
            source.set(null);
            fail(NO_CAMERA);
        }
    }

    /** Shows this source in place of the present one. */
    public void choose(FrameSource other) {
        if (!other.equals(source.get()) || session == null) {
            open(begin(), other);
        }
    }

    /** Shows a film, and keeps it among the sources. */
    public void openFilm(FrameSource chosen) {
        List<FrameSource> all = new ArrayList<>(sources.get());
        all.remove(film);
        all.add(chosen);
        film = chosen;
        sources.set(List.copyOf(all));
        open(begin(), chosen);
    }

    private Session begin() {
        end();
        Session begun = new Session(networks, screen, () -> options);
        session = begun;
        problem.set("");
        networksProblem.set("");
        state.set(CameraState.OPENING);
        return begun;
    }

    private void open(Session begun, FrameSource from) {
        source.set(from);
        capture = Capture.start(
                from,
                new Capture.Listener() {
                    @Override
                    public void frame(Photo photo, long nanoTime, double milliseconds) {
                        Grabbed grabbed = new Grabbed(photo, nanoTime, milliseconds);
                        begun.show(grabbed, shown -> show(shown));
                        begun.age(grabbed, result -> show(result), e -> networksProblem.set(Problems.sentence(e)));
                    }

                    @Override
                    public void condition(Capture.Condition condition, String sentence) {
                        begun.show(() -> {
                            problem.set(sentence);
                            state.set(CameraState.valueOf(condition.name()));
                        });
                    }
                },
                capture);
    }

    private void show(Grabbed shown) {
        frame.set(shown);
        counter.frame();
        if (counter.isDue()) {
            rates.set(counter.take());
        }
    }

    private void show(Session.Result result) {
        live.set(result.frame());
        if (!result.frame().strips().isEmpty()) {
            latency.set((System.nanoTime() - result.grabbed().nanoTime()) / 1e6);
            counter.strip(latency.get());
        }
    }

    private void fail(String sentence) {
        problem.set(sentence);
        state.set(CameraState.FAILED);
    }

    /** Begins anew after a failure, with the cameras that there are now. */
    public void again() {
        start();
    }

    /** Lets the device go: the page is left. Returns at once. */
    public void stop() {
        end();
        state.set(CameraState.OFF);
        problem.set("");
    }

    private void end() {
        if (session != null) {
            session.close();
            session = null;
        }
        if (capture != null) {
            capture.close();
        }
        frame.set(null);
        live.set(null);
        rates.set(Rates.NONE);
    }

    /** Lets the device go and waits a little until it is: the window closes. */
    public void close() {
        end();
        if (capture != null) {
            capture.awaitRelease(TimeUnit.SECONDS.toMillis(2));
        }
    }

    /** Follows this face, one of {@link #liveProperty}'s. */
    public void follow(TrackedFace face) {
        if (session != null) {
            session.choose(face.id());
        }
    }

    /** Follows the next smaller face, or the largest after the smallest. */
    public void followNext() {
        LiveFrame now = live.get();
        if (now == null || now.faces().isEmpty()) {
            return;
        }
        List<Integer> ids = now.faces().stream().map(TrackedFace::id).toList();
        int at = ids.indexOf(now.followed().orElse(-1));
        follow(now.faces().get((at + 1) % ids.size()));
    }

    /** The frame that is to go to the Age page: the newest that was aged, or else the newest; empty if there is none. */
    public Optional<Frozen> freeze() {
        LiveFrame aged = live.get();
        if (aged != null) {
            return Optional.of(Frozen.of(aged));
        }
        return Optional.ofNullable(frame.get()).map(grabbed -> new Frozen(grabbed.photo(), null));
    }

    /** Keeps the newest frame and its strip as pictures. */
    public void save() {
        LiveFrame aged = live.get();
        if (aged != null) {
            saving.save(aged, mirroredProperty().get(), notice::set);
        }
    }
}
