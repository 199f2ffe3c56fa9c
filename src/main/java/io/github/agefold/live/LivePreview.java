package io.github.agefold.live;

import io.github.agefold.face.Face;
import io.github.agefold.live.PartTimes.Part;
import io.github.agefold.photo.Photo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Turns frame after frame into strips: follow, align, encode, steady, generate. Not thread-safe. */
public final class LivePreview {
    private final LiveNetworks networks;
    private final FaceTracker tracker;
    private final Steadying steadying = new Steadying();

    public LivePreview(LiveNetworks networks) {
        this.networks = networks;
        tracker = new FaceTracker(networks);
    }

    /** Follows this face from the next frame on, for as long as it is there. */
    public void choose(int id) {
        tracker.choose(id);
    }

    /**
     * @param frame the next one
     * @param seconds its time, counted from anywhere
     */
    public LiveFrame next(Photo frame, double seconds, LiveOptions options) {
        PartTimes times = new PartTimes();
        List<TrackedFace> faces = tracker.next(frame, seconds, options.following(), times);
        List<TrackedFace> close =
                faces.stream().filter(face -> face.location() != null).toList();
        steadying.keepOnly(close.stream().map(TrackedFace::id).collect(Collectors.toSet()));
        return new LiveFrame(frame, faces, tracker.followed(), strips(frame, seconds, options, close, times), times);
    }

    private List<LiveStrip> strips(
            Photo frame, double seconds, LiveOptions options, List<TrackedFace> close, PartTimes times) {
        if (close.isEmpty()) {
            return List.of();
        }
        List<Face> originals = times.measure(Part.ALIGN, () -> close.stream()
                .map(face -> networks.cut(frame, Objects.requireNonNull(face.location())))
                .toList());
        List<float[]> z = times.measure(Part.ENCODE, () -> {
            List<float[]> approximated = networks.approximate(originals);
            List<float[]> steady = new ArrayList<>();
            for (int i = 0; i < close.size(); i++) {
                steady.add(steadying.steady(close.get(i).id(), approximated.get(i), seconds, options.steadiness()));
            }
            return steady;
        });
        List<List<Face>> columns = times.measure(Part.GENERATE, () -> networks.generate(z));
        List<LiveStrip> strips = new ArrayList<>();
        for (int i = 0; i < close.size(); i++) {
            strips.add(new LiveStrip(close.get(i).id(), originals.get(i), columns.get(i)));
        }
        return strips;
    }
}
