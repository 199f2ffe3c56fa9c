package io.github.agefold.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.network.BlazeFace;
import io.github.agefold.photo.Photo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaceDetectorTest {
    /** Between the astronaut's eyes and mouth. */
    private static final double X = 226;

    private static final double Y = 126;

    private static FaceDetector detector;

    @BeforeAll
    static void load() throws IOException {
        detector = new FaceDetector(BlazeFace.load(Path.of("weights", "blazeface.safetensors")));
    }

    @Test
    void astronautsFaceIsFound() throws IOException {
        List<DetectedFace> faces = detector.detect(Samples.astronaut());
        assertThat(faces).hasSize(1);
        assertAt(faces.get(0), X, Y);
        assertThat(faces.get(0).box().width()).isCloseTo(97, within(10.0));
        assertThat(faces.get(0).score()).isBetween(0.8, 1.0);
    }

    @Test
    void faceThatFillsThePhotoIsFound() throws IOException {
        List<DetectedFace> faces = detector.detect(Samples.crop(Samples.astronaut(), 181, 72, 90, 100));
        assertThat(faces).hasSize(1);
        assertAt(faces.get(0), X - 181, Y - 72);
    }

    @Test
    void smallFacesOfAGroupAreFoundTheLargestFirst() throws IOException {
        Photo astronaut = Samples.crop(Samples.astronaut(), 120, 0, 220, 220);
        Photo larger = Samples.warp(astronaut, new Similarity(0.7, 0, 0, 0), 314);
        Photo group = Samples.plain(2400, 1600);
        Samples.paste(group, astronaut, 300, 300);
        Samples.paste(group, astronaut, 2000, 1200);
        Samples.paste(group, larger, 1100, 700);
        List<DetectedFace> faces = detector.detect(group);
        assertThat(faces).hasSize(3);
        assertAt(faces.get(0), 1100 + (X - 120) / 0.7, 700 + Y / 0.7);
        assertThat(faces).anySatisfy(face -> assertAt(face, 300 + X - 120, 300 + Y));
        assertThat(faces).anySatisfy(face -> assertAt(face, 2000 + X - 120, 1200 + Y));
    }

    @Test
    void leaningHeadShowsInTheRoll() throws IOException {
        double lean = Math.toRadians(30);
        // what the photo turns by, its content turns by the other way
        Photo leaning = Samples.warp(Samples.astronaut(), Similarity.ofSquare(300, X, Y, 300, -lean), 300);
        assertThat(detector.detect(leaning).get(0).roll())
                .isCloseTo(lean + detector.detect(Samples.astronaut()).get(0).roll(), within(Math.toRadians(6)));
    }

    @Test
    void photoWithoutAFaceGivesNone() {
        assertThat(detector.detect(Samples.plain(900, 600))).isEmpty();
    }

    @Test
    void tinyPhotoGivesNone() {
        assertThat(detector.detect(Samples.plain(1, 3))).isEmpty();
    }

    @Test
    void faceOfTwentyPixelsIsTooSmallToAge() {
        assertThat(new DetectedFace(new FaceBox(0, 0, 20, 20), 0.9).isTooSmall())
                .isTrue();
        assertThat(new DetectedFace(new FaceBox(0, 0, 24, 20), 0.9).isTooSmall())
                .isFalse();
    }

    private static void assertAt(DetectedFace face, double x, double y) {
        FaceBox box = face.box();
        assertThat(box.x() + box.width() / 2).isCloseTo(x, within(0.12 * box.width()));
        assertThat(box.y() + box.height() / 2).isCloseTo(y, within(0.12 * box.height()));
    }
}
