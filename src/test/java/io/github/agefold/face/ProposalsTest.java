package io.github.agefold.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.network.BlazeFace;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalsTest {
    private static final Similarity SAME = new Similarity(1, 0, 0, 0);

    @Test
    void anchorOfTheFineGridIsTheMiddleOfItsCell() {
        // the second anchor of the cell in column 3 of row 2
        assertBox(decode((2 * 16 + 3) * 2 + 1, SAME), 3.5 * 16 + 4 - 10, 2.5 * 16 + 8 - 12, 20, 24);
    }

    @Test
    void anchorOfTheCoarseGridIsTheMiddleOfItsCell() {
        // the last anchor of the cell in column 1 of row 7
        assertBox(decode(512 + (7 * 8 + 1) * 6 + 5, SAME), 1.5 * 32 + 4 - 10, 7.5 * 32 + 8 - 12, 20, 24);
    }

    @Test
    void boxIsCarriedToThePhoto() {
        assertBox(decode(0, new Similarity(2, 0, 100, 200)), 100 + 2 * (8 + 4 - 10), 200 + 2 * (8 + 8 - 12), 40, 48);
    }

    @Test
    void rollIsTheDirectionFromEyeToEye() {
        assertThat(decode(0, SAME).roll()).isCloseTo(Math.atan2(5, 12), within(1e-9));
    }

    /** One anchor over the threshold, whose box is 20x24, 4 to the right of it and 8 below. */
    private static DetectedFace decode(int anchor, Similarity toPhoto) {
        float[] scores = new float[BlazeFace.ANCHORS];
        Arrays.fill(scores, -5);
        scores[anchor] = 2;
        float[] boxes = new float[BlazeFace.ANCHORS * BlazeFace.BOX_NUMBERS];
        float[] box = {4, 8, 20, 24, -6, -2, 6, 3};
        System.arraycopy(box, 0, boxes, anchor * BlazeFace.BOX_NUMBERS, box.length);
        List<DetectedFace> faces = Proposals.decode(new BlazeFace.Sight(scores, boxes), 0.6, toPhoto);
        assertThat(faces).hasSize(1);
        assertThat(faces.get(0).score()).isCloseTo(0.8808, within(1e-4));
        return faces.get(0);
    }

    @Test
    void overlapIsIntersectionOverUnion() {
        assertThat(new FaceBox(0, 0, 4, 4).overlap(new FaceBox(2, 0, 4, 4))).isCloseTo(8.0 / 24, within(1e-9));
        assertThat(new FaceBox(0, 0, 4, 4).overlap(new FaceBox(4, 0, 4, 4))).isZero();
    }

    @Test
    void boxesOfOnePictureThatShowTheSameFaceAreAveragedByScore() {
        List<DetectedFace> blended = Proposals.blend(List.of(face(0, 10, 0.6), face(4, 10, 0.9), face(50, 10, 0.7)));
        assertThat(blended).hasSize(2);
        assertBox(blended.get(0), (0 * 0.6 + 4 * 0.9) / 1.5, 0, 10, 10);
        assertThat(blended.get(0).score()).isEqualTo(0.9);
        assertBox(blended.get(1), 50, 0, 10, 10);
    }

    @Test
    void partOfAFaceSeenInATileGivesWayToTheWhole() {
        DetectedFace whole = face(0, 40, 0.9);
        DetectedFace part = face(2, 12, 0.8);
        assertThat(Proposals.distinct(List.of(part, whole, face(60, 12, 0.7))))
                .containsExactly(whole, face(60, 12, 0.7));
    }

    private static DetectedFace face(double x, double side, double score) {
        return new DetectedFace(new FaceBox(x, 0, side, side), score);
    }

    private static void assertBox(DetectedFace face, double x, double y, double width, double height) {
        FaceBox box = face.box();
        assertThat(box.x()).isCloseTo(x, within(1e-6));
        assertThat(box.y()).isCloseTo(y, within(1e-6));
        assertThat(box.width()).isCloseTo(width, within(1e-6));
        assertThat(box.height()).isCloseTo(height, within(1e-6));
    }
}
