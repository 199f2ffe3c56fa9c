package io.github.agefold.live;

import io.github.agefold.face.DetectedFace;
import io.github.agefold.face.FaceBox;
import io.github.agefold.face.FaceLocation;
import io.github.agefold.live.PartTimes.Part;
import io.github.agefold.photo.Photo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Follows faces from frame to frame. Detection is dear, so it only looks now and then whether the faces are still there and who has come; between
 * two looks the landmarks of one frame say where the next frame's are to be looked for. Not thread-safe.
 */
public final class FaceTracker {
    /** More faces are not followed; the smallest are left out. */
    public static final int MOST_FACES = 4;

    /** From one look to the next, in seconds. */
    private static final double LOOK_EVERY = 0.8;

    /** As long as there is no face. */
    private static final double LOOK_FOR_SOMEBODY_EVERY = 0.15;

    /** A face may turn away from the detector for one look; at the second it is gone. */
    private static final int LOOKS_TO_BE_GONE = 2;

    private static final double SAME_FACE = 0.3;

    /** A face that follows nobody's choice is left for another only if that has this many times its area. */
    private static final double CLEARLY_LARGER = 1.5;

    /** What a face can't do between two frames: grow or shrink more, or move by more than this share of its side. */
    private static final double LARGEST_GROWTH = 1.5;

    private static final double FARTHEST_MOVE = 0.8;

    private final LiveNetworks networks;
    private final List<Track> tracks = new ArrayList<>();
    private double lastLook = Double.NEGATIVE_INFINITY;
    private int nextId = 1;
    private int followed;
    private boolean choice;

    public FaceTracker(LiveNetworks networks) {
        this.networks = networks;
    }

    private static final class Track {
        final int id;
        DetectedFace seen;
        FaceBox box;

        @Nullable
        FaceLocation location;

        int missed;

        Track(int id, DetectedFace seen) {
            this.id = id;
            this.seen = seen;
            box = seen.box();
        }
    }

    /** Follows this face from now on, for as long as it is there. */
    public void choose(int id) {
        followed = id;
        choice = true;
    }

    /** The face that is followed; empty if there is none. */
    public OptionalInt followed() {
        return find(followed).isPresent() ? OptionalInt.of(followed) : OptionalInt.empty();
    }

    /**
     * Goes on to the next frame.
     *
     * @param seconds its time
     * @param times told how long detection and landmarks took
     * @return the faces, the largest first, at most {@link #MOST_FACES}
     */
    public List<TrackedFace> next(Photo frame, double seconds, Following following, PartTimes times) {
        boolean lost = follow(frame, following, times);
        double wait = tracks.isEmpty() ? LOOK_FOR_SOMEBODY_EVERY : LOOK_EVERY;
        if (lost || seconds - lastLook >= wait || seconds < lastLook) {
            lastLook = seconds;
            look(frame, times);
        }
        tracks.sort(
                Comparator.comparingDouble((Track track) -> track.box.area()).reversed());
        while (tracks.size() > MOST_FACES) {
            tracks.remove(tracks.size() - 1);
        }
        choose();
        return tracks.stream()
                .map(track -> new TrackedFace(track.id, track.box, closeUp(frame, track, following, times)))
                .toList();
    }

    /** Moves on those that are followed closely. */
    private boolean follow(Photo frame, Following following, PartTimes times) {
        boolean lost = false;
        for (Track track : List.copyOf(tracks)) {
            FaceLocation before = track.location;
            if (!isClose(track, following) || before == null) {
                track.location = null;
                continue;
            }
            FaceLocation now = times.measure(Part.LANDMARKS, () -> networks.follow(frame, before));
            if (isPlausible(before, now, frame)) {
                track.location = now;
                track.box = now.box();
            } else {
                tracks.remove(track);
                lost = true;
            }
        }
        return lost;
    }

    private boolean isClose(Track track, Following following) {
        return following == Following.ALL || track.id == followed;
    }

    private static boolean isPlausible(FaceLocation before, FaceLocation now, Photo frame) {
        FaceBox from = before.box();
        FaceBox to = now.box();
        double growth = to.width() / from.width();
        double x = to.x() + to.width() / 2;
        double y = to.y() + to.height() / 2;
        double move = Math.hypot(x - from.x() - from.width() / 2, y - from.y() - from.height() / 2);
        return growth < LARGEST_GROWTH
                && growth > 1 / LARGEST_GROWTH
                && move < FARTHEST_MOVE * from.width()
                && to.width() >= DetectedFace.SMALLEST
                && x > 0
                && x < frame.width()
                && y > 0
                && y < frame.height();
    }

    /** Compares the faces that are followed with those that are there. */
    private void look(Photo frame, PartTimes times) {
        List<DetectedFace> seen = new ArrayList<>(times.measure(Part.DETECT, () -> networks.glance(frame)));
        seen.removeIf(DetectedFace::isTooSmall);
        for (Track track : List.copyOf(tracks)) {
            Optional<DetectedFace> same = seen.stream()
                    .filter(face -> face.box().overlap(track.box) > SAME_FACE)
                    .max(Comparator.comparingDouble(face -> face.box().overlap(track.box)));
            if (same.isPresent()) {
                seen.remove(same.get());
                track.missed = 0;
                track.seen = same.get();
                if (track.location == null) {
                    track.box = same.get().box();
                }
            } else {
                track.missed++;
                if (track.missed >= LOOKS_TO_BE_GONE || track.location == null) {
                    tracks.remove(track);
                }
            }
        }
        // two tracks may have slid onto one face
        seen.removeIf(face -> tracks.stream().anyMatch(track -> track.box.overlap(face.box()) > SAME_FACE));
        seen.forEach(face -> tracks.add(new Track(nextId++, face)));
    }

    private void choose() {
        Optional<Track> now = find(followed);
        if (now.isEmpty()) {
            choice = false;
        }
        if (tracks.isEmpty() || choice) {
            return;
        }
        Track largest = tracks.get(0);
        if (now.isEmpty() || largest.box.area() > CLEARLY_LARGER * now.get().box.area()) {
            followed = largest.id;
        }
    }

    private Optional<Track> find(int id) {
        return tracks.stream().filter(track -> track.id == id).findFirst();
    }

    /** The landmarks of a track, found from its box where it has just come or was followed from afar. */
    private @Nullable FaceLocation closeUp(Photo frame, Track track, Following following, PartTimes times) {
        if (track.location == null && isClose(track, following)) {
            FaceLocation location = times.measure(Part.LANDMARKS, () -> networks.locate(frame, track.seen));
            track.location = location;
            track.box = location.box();
        }
        return track.location;
    }
}
