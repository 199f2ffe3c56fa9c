package io.github.agefold.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.face.DetectedFace;
import io.github.agefold.face.Face;
import io.github.agefold.face.FaceBox;
import io.github.agefold.face.FaceLocation;
import io.github.agefold.face.Similarity;
import io.github.agefold.photo.Photo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Following, with networks that see just what the test puts before them. */
class FaceTrackerTest {
    private static final Photo FRAME = new Photo("frame", 640, 480, new byte[3 * 640 * 480]);
    private static final double STEP = 1.0 / 15;

    private final Scene scene = new Scene();
    private final FaceTracker tracker = new FaceTracker(scene);
    private double now;

    /** Squares in a frame; landmarks are found where the nearest square is. */
    private static final class Scene implements LiveNetworks {
        final List<FaceBox> faces = new ArrayList<>();
        int glances;

        /** Whether the detector sees nobody; landmarks are found all the same. */
        boolean away;

        @Override
        public List<DetectedFace> glance(Photo frame) {
            glances++;
            return away
                    ? List.of()
                    : faces.stream().map(box -> new DetectedFace(box, 0.9)).toList();
        }

        @Override
        public FaceLocation locate(Photo frame, DetectedFace face) {
            return nearest(face.box());
        }

        @Override
        public FaceLocation follow(Photo frame, FaceLocation before) {
            return nearest(before.box());
        }

        private FaceLocation nearest(FaceBox to) {
            FaceBox box = faces.stream()
                    .min(Comparator.comparingDouble(face -> Math.hypot(face.x() - to.x(), face.y() - to.y())))
                    // landmarks of nothing fly off
                    .orElse(new FaceBox(to.x() + 500, to.y(), 10, 10));
            return new FaceLocation(new Similarity(box.width(), 0, box.x(), box.y()), new double[136]);
        }

        @Override
        public Face cut(Photo frame, FaceLocation location) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<float[]> approximate(List<Face> faces) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<List<Face>> generate(List<float[]> z) {
            throw new UnsupportedOperationException();
        }
    }

    private List<TrackedFace> next(Following following) {
        now += STEP;
        return tracker.next(FRAME, now, following, new PartTimes());
    }

    private static FaceBox square(double x, double side) {
        return new FaceBox(x, 100, side, side);
    }

    @Test
    void movingFaceKeepsItsNumberAndIsSeldomDetected() {
        scene.faces.add(square(100, 150));
        int id = next(Following.ONE).get(0).id();
        for (int i = 1; i <= 45; i++) {
            scene.faces.set(0, square(100 + 6 * i, 150));
            TrackedFace face = next(Following.ONE).get(0);
            assertThat(face.id()).isEqualTo(id);
            assertThat(face.box().x()).isEqualTo(100 + 6 * i);
        }
        // three seconds, a look every 0.8
        assertThat(scene.glances).isBetween(4, 5);
    }

    @Test
    void faceThatHasGoneIsLetGoAndOneThatComesIsSeen() {
        scene.faces.add(square(100, 150));
        next(Following.ONE);
        scene.faces.clear();
        for (int i = 0; i < 3; i++) {
            next(Following.ONE);
        }
        assertThat(next(Following.ONE)).isEmpty();
        assertThat(tracker.followed()).isEmpty();

        scene.faces.add(square(300, 150));
        boolean seen = false;
        for (int i = 0; i < 4; i++) {
            seen |= !next(Following.ONE).isEmpty();
        }
        assertThat(seen).isTrue();
    }

    @Test
    void detectorMayMissAFaceOnce() {
        scene.faces.add(square(100, 150));
        int id = next(Following.ONE).get(0).id();
        scene.away = true;
        now = 1;
        assertThat(next(Following.ONE)).hasSize(1);
        scene.away = false;
        now = 2;
        assertThat(next(Following.ONE).get(0).id()).isEqualTo(id);
        scene.away = true;
        now = 3;
        next(Following.ONE);
        now = 4;
        assertThat(next(Following.ONE)).isEmpty();
    }

    @Test
    void largestIsFollowedUntilAnotherIsChosen() {
        scene.faces.addAll(List.of(square(50, 100), square(300, 160)));
        List<TrackedFace> faces = next(Following.ONE);
        assertThat(tracker.followed()).hasValue(faces.get(0).id());
        assertThat(faces.get(0).box().width()).isEqualTo(160);
        assertThat(faces.get(1).location()).isNull();

        tracker.choose(faces.get(1).id());
        faces = next(Following.ONE);

        assertThat(tracker.followed()).hasValue(faces.get(1).id());
        assertThat(faces.get(1).location()).isNotNull();
        assertThat(faces.get(0).location()).isNull();
    }

    @Test
    void whenTheChosenFaceGoesTheLargestIsFollowedAgain() {
        scene.faces.addAll(List.of(square(50, 100), square(300, 160)));
        List<TrackedFace> faces = next(Following.ONE);
        tracker.choose(faces.get(1).id());
        next(Following.ONE);
        scene.faces.remove(0);
        for (int i = 0; i < 30; i++) {
            faces = next(Following.ONE);
        }
        assertThat(faces).hasSize(1);
        assertThat(tracker.followed()).hasValue(faces.get(0).id());
    }

    @Test
    void faceIsNotLeftForOneThatIsHardlyLarger() {
        scene.faces.addAll(List.of(square(50, 150), square(300, 140)));
        int id = next(Following.ONE).get(0).id();
        scene.faces.set(1, square(300, 160));
        for (int i = 0; i < 15; i++) {
            next(Following.ONE);
        }
        assertThat(tracker.followed()).hasValue(id);

        scene.faces.set(1, square(300, 220));
        for (int i = 0; i < 15; i++) {
            next(Following.ONE);
        }
        assertThat(tracker.followed().getAsInt()).isNotEqualTo(id);
    }

    @Test
    void upToFourFacesAreFollowedAtOnce() {
        for (int i = 0; i < 6; i++) {
            scene.faces.add(square(100 * i, 60 + i));
        }
        List<TrackedFace> faces = next(Following.ALL);
        assertThat(faces).hasSize(4).allSatisfy(face -> assertThat(face.location())
                .isNotNull());
        assertThat(faces).extracting(face -> face.box().width()).containsExactly(65.0, 64.0, 63.0, 62.0);
    }
}
