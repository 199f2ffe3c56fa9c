package io.github.agefold.ui.aging;

import io.github.agefold.face.DetectedFace;
import io.github.agefold.face.FaceBox;
import io.github.agefold.latent.Search;
import io.github.agefold.latent.SearchStep;
import io.github.agefold.photo.Photo;
import io.github.agefold.strip.AgeStrip;
import io.github.agefold.ui.background.NetworkThread;
import io.github.agefold.ui.background.Problems;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happens between a photo and its strip. Commands are called and properties change on the screen's thread; reading happens on the
 * files' thread, everything with networks on theirs. Each new photo, face or search cancels the one before.
 */
public final class AgeModel extends AgeProperties {
    private final NetworkThread networks;
    private final Executor files;
    private final Executor screen;

    /** Strips of the chosen face, so that going back to a search shows its strip at once. */
    private final Map<Search, AgeStrip> finished = new EnumMap<>(Search.class);

    private Request current;
    private @Nullable PhotoSource source;
    private @Nullable FaceBox wanted;
    private boolean tryingAgainHelps;

    /**
     * @param networks owns all network work
     * @param files runs reading, away from the screen
     * @param screen runs what changes the properties
     */
    public AgeModel(NetworkThread networks, Executor files, Executor screen) {
        this.networks = networks;
        this.files = files;
        this.screen = screen;
        current = new Request(screen);
        networks.changesProperty().addListener((p, was, is) -> ageAnew());
    }

    /** With other weights every strip is another. */
    private void ageAnew() {
        finished.clear();
        if (state.get() == AgeState.FINISHED) {
            age();
        }
    }

    /**
     * Reads a photo, finds its faces, and ages the face if there is one.
     *
     * @param photoName what messages call it
     */
    public void open(String photoName, PhotoSource photoSource) {
        open(photoName, photoSource, null);
    }

    /**
     * Reads a photo, and ages the face that is known to be in it.
     *
     * @param photoName what messages call it
     * @param known about where the face is, in the photo's pixels; null if that is to be asked
     */
    public void open(String photoName, PhotoSource photoSource, @Nullable FaceBox known) {
        Request request = begin(AgeState.READING);
        source = photoSource;
        wanted = known;
        name.set(photoName);
        photo.set(null);
        faces.set(List.of());
        chosen.set(null);
        files.execute(() -> {
            try {
                Photo read = photoSource.read();
                request.show(() -> detect(request, read));
            } catch (Throwable e) {
                request.show(() -> fail(Problems.sentence(e), true));
            }
        });
    }

    private void detect(Request request, Photo read) {
        photo.set(read);
        state.set(AgeState.DETECTING);
        networks.run(
                aging -> {
                    if (!request.isCancelled()) {
                        List<DetectedFace> found = List.copyOf(aging.detect(read));
                        request.show(() -> found(found));
                    }
                },
                failure(request));
    }

    private void found(List<DetectedFace> found) {
        faces.set(found);
        if (found.isEmpty()) {
            fail(Problems.noFace(name.get()), false);
            return;
        }
        FaceBox near = wanted;
        DetectedFace same = near == null
                ? found.get(0)
                : Collections.max(
                        found, Comparator.comparingDouble(face -> face.box().overlap(near)));
        if (found.size() == 1 || (near != null && same.box().overlap(near) > 0)) {
            choose(same);
        } else {
            chosen.set(found.get(0));
            state.set(AgeState.CHOOSING);
        }
    }

    /** Ages this face of the photo. */
    public void choose(DetectedFace face) {
        if (!face.equals(chosen.get())) {
            finished.clear();
        }
        chosen.set(face);
        age();
    }

    /** Chooses how the latent vector is found; a face that is chosen already is aged anew. */
    public void search(Search method) {
        if (method == search.get()) {
            return;
        }
        search.set(method);
        if (chosen.get() != null && state.get() != AgeState.CHOOSING) {
            age();
        }
    }

    private void age() {
        Photo from = photo.get();
        DetectedFace face = chosen.get();
        Search method = search.get();
        if (from == null || face == null) {
            return;
        }
        Request request = begin(AgeState.AGEING);
        AgeStrip known = finished.get(method);
        if (known != null) {
            finish(method, known);
            return;
        }
        Consumer<SearchStep> progress = request.showNewest(step::set);
        networks.run(
                aging -> {
                    if (!request.isCancelled()) {
                        AgeStrip made = aging.age(from, face, method, progress, request::isCancelled);
                        request.show(() -> finish(method, made));
                    }
                },
                failure(request));
    }

    private void finish(Search method, AgeStrip made) {
        finished.put(method, made);
        strip.set(made);
        state.set(AgeState.FINISHED);
    }

    /** Stops what is going on; the older photo and faces stay. */
    public void cancel() {
        if (!isBusy()) {
            return;
        }
        begin(photo.get() == null ? AgeState.EMPTY : AgeState.CANCELLED);
    }

    /** Starts again what was cancelled or failed. */
    public void again() {
        if (chosen.get() != null) {
            age();
        } else if (source != null) {
            open(name.get(), source, wanted);
        }
    }

    /** Lets go of all work: the window closes. */
    public void close() {
        current.cancel();
    }

    private Request begin(AgeState now) {
        current.cancel();
        current = new Request(screen);
        step.set(null);
        strip.set(null);
        problem.set("");
        state.set(now);
        return current;
    }

    private Consumer<Throwable> failure(Request request) {
        return e -> {
            if (!(e instanceof CancellationException)) {
                request.show(() -> fail(Problems.sentence(e), true));
            }
        };
    }

    private void fail(String sentence, boolean mayHelpToTryAgain) {
        problem.set(sentence);
        tryingAgainHelps = mayHelpToTryAgain;
        state.set(AgeState.FAILED);
    }

    /** Whether {@link #again()} can change a failure: a photo without a face stays one. */
    public boolean canTryAgain() {
        return tryingAgainHelps;
    }
}
