package io.github.agefold.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.camera.Films;
import io.github.agefold.camera.Films.Pose;
import io.github.agefold.face.Face;
import io.github.agefold.live.PartTimes.Part;
import io.github.agefold.photo.Photo;
import io.github.agefold.strip.AgingNetworks;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The preview with the shipped weights, on films made from the sample photo. */
class LivePreviewTest {
    private static final double STRIP = 1.0 / 15;

    private static LiveNetworks networks;

    private final LivePreview preview = new LivePreview(networks);

    @BeforeAll
    static void load() throws IOException {
        Path weights = WeightsFolder.shipped();
        networks = AgingNetworks.load(weights, weights).live();
    }

    @Test
    void swayingFaceIsFollowedWithFewDetections() {
        int detections = 0;
        int id = 0;
        for (int i = 0; i < 30; i++) {
            Pose pose = Films.swaying(i * STRIP);
            LiveFrame frame = preview.next(Films.frame(pose), i * STRIP, LiveOptions.defaults());
            assertThat(frame.faces()).hasSize(1);
            TrackedFace face = frame.faces().get(0);
            id = i == 0 ? face.id() : id;
            assertThat(face.id()).isEqualTo(id);
            assertThat(Math.hypot(
                            face.box().x() + face.box().width() / 2 - pose.x(),
                            face.box().y() + face.box().height() / 2 - pose.y()))
                    .isLessThan(0.15 * face.box().width());
            assertThat(frame.strips()).hasSize(1);
            detections += frame.times().of(Part.DETECT) > 0 ? 1 : 0;
        }
        assertThat(detections).isEqualTo(3);
    }

    @Test
    void stillFaceFlickersLessWhenSteadied() {
        Photo still = Films.frame(Pose.MIDDLE);
        assertThat(flicker(still, 0.5)).isLessThan(0.5 * flicker(still, 0));
    }

    /** Mean change of a column's values from strip to strip, under a sensor's noise. */
    private static double flicker(Photo still, double steadiness) {
        LivePreview noisy = new LivePreview(networks);
        Random random = new Random(3);
        Face before = null;
        double change = 0;
        for (int i = 0; i < 24; i++) {
            Photo frame = Films.noisy(still, 6, random);
            Face now = noisy.next(frame, i * STRIP, new LiveOptions(Following.ONE, steadiness))
                    .strips()
                    .get(0)
                    .columns()
                    .get(3);
            if (i >= 8) {
                change += difference(before, now);
            }
            before = now;
        }
        return change;
    }

    @Test
    void turnedHeadShowsWithinTwoHundredMilliseconds() {
        Pose leaning = new Pose(320, 230, 1.9, 0);
        LivePreview quick = new LivePreview(networks);
        Photo front = Films.frame(leaning);
        Photo turned = squeezed(front);
        for (int i = 0; i < 15; i++) {
            preview.next(front, i * STRIP, LiveOptions.defaults());
        }
        Face before = strip(preview.next(front, 15 * STRIP, LiveOptions.defaults()));
        for (int i = 16; i < 18; i++) {
            preview.next(turned, i * STRIP, LiveOptions.defaults());
        }
        Face after = strip(preview.next(turned, 18 * STRIP, LiveOptions.defaults()));
        for (int i = 0; i < 6; i++) {
            quick.next(turned, i * STRIP, new LiveOptions(Following.ONE, 0));
        }
        Face bound = strip(quick.next(turned, 6 * STRIP, new LiveOptions(Following.ONE, 0)));
        assertThat(difference(after, bound)).isLessThan(0.35 * difference(before, bound));
    }

    /** A face that looks aside is narrower: the frame at four fifths of its width. */
    private static Photo squeezed(Photo photo) {
        byte[] rgb = new byte[photo.rgb().length];
        for (int y = 0; y < photo.height(); y++) {
            for (int x = 0; x < photo.width(); x++) {
                int from = Math.max(
                        0, Math.min(photo.width() - 1, (int) (photo.width() / 2.0 + (x - photo.width() / 2.0) * 1.25)));
                System.arraycopy(photo.rgb(), 3 * (y * photo.width() + from), rgb, 3 * (y * photo.width() + x), 3);
            }
        }
        return new Photo(photo.name(), photo.width(), photo.height(), rgb);
    }

    @Test
    void twoFacesHaveARowEach() {
        Photo pair = Films.frame(new Pose(160, 200, 1.2, 0), new Pose(480, 240, 1.5, 0.1));
        LiveFrame frame = preview.next(pair, 0, new LiveOptions(Following.ALL, 0.5));
        assertThat(frame.faces()).hasSize(2);
        assertThat(frame.strips())
                .extracting(LiveStrip::id)
                .containsExactly(frame.faces().get(0).id(), frame.faces().get(1).id());
        assertThat(frame.faces().get(0).box().x()).isGreaterThan(320);

        preview.choose(frame.faces().get(1).id());
        LiveFrame one = preview.next(pair, STRIP, LiveOptions.defaults());
        assertThat(one.strips())
                .extracting(LiveStrip::id)
                .containsExactly(frame.faces().get(1).id());
    }

    @Test
    void emptyFrameHasNoStrip() {
        Photo grey = new Photo("grey", 640, 480, new byte[3 * 640 * 480]);
        LiveFrame frame = preview.next(grey, 0, LiveOptions.defaults());
        assertThat(frame.faces()).isEmpty();
        assertThat(frame.strips()).isEqualTo(List.of());
        assertThat(frame.followed()).isEmpty();
    }

    private static Face strip(LiveFrame frame) {
        return frame.strips().get(0).columns().get(3);
    }

    private static double difference(Face a, Face b) {
        double sum = 0;
        for (int i = 0; i < Face.LENGTH; i++) {
            sum += Math.abs(a.pixels()[i] - b.pixels()[i]);
        }
        return sum / Face.LENGTH;
    }
}
