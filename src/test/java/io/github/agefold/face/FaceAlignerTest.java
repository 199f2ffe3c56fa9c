package io.github.agefold.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.agefold.network.BlazeFace;
import io.github.agefold.network.FaceLandmarks;
import io.github.agefold.photo.Photo;
import io.github.agefold.photo.PhotoReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceAlignerTest {
    private static FaceDetector detector;
    private static FaceAligner aligner;
    private static Photo astronaut;
    private static AlignedFace upright;

    @BeforeAll
    static void alignAstronaut() throws IOException {
        Path weights = Path.of("weights");
        detector = new FaceDetector(BlazeFace.load(weights.resolve("blazeface.safetensors")));
        aligner = new FaceAligner(FaceLandmarks.load(weights.resolve("face-landmarks.safetensors")));
        astronaut = Samples.astronaut();
        upright = align(astronaut);
    }

    private static AlignedFace align(Photo photo) {
        return aligner.align(photo, detector.detect(photo).get(0));
    }

    @Test
    void pointsOfTheFaceLeadBackToThePhoto() {
        // where UTKFace has the eyes and the mouth, and where the photo shows them
        assertPoint(upright.toPhoto(), 0.29, 0.28, 203, 101);
        assertPoint(upright.toPhoto(), 0.68, 0.28, 247, 104);
        assertPoint(upright.toPhoto(), 0.485, 0.71, 223, 145);
    }

    private static void assertPoint(Similarity toPhoto, double shareX, double shareY, double x, double y) {
        double[] point = toPhoto.map(new double[] {shareX * Face.SIDE, shareY * Face.SIDE});
        assertThat(point).containsExactly(new double[] {x, y}, within(5.0));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 0", "25, 1, 0, 0", "-40, 0.8, 10, 0", "10, 2.2, -30, 12", "0, 0.5, 5, -8"})
    void turnedScaledAndShiftedPhotoGivesTheSameFace(double degrees, double scale, double shiftX, double shiftY) {
        int side = 400;
        Similarity toOriginal = Similarity.ofSquare(
                side,
                227 + shiftX,
                130 + shiftY,
                180 / Math.min(scale, 1) * Math.max(1, 1 / scale),
                Math.toRadians(degrees));
        Photo moved = Samples.warp(astronaut, toOriginal, side);
        AlignedFace again = align(moved);
        double[] corners = {0, 0, Face.SIDE, 0, Face.SIDE, Face.SIDE, 0, Face.SIDE};
        double[] expected = upright.toPhoto().map(corners);
        double[] found = toOriginal.map(again.toPhoto().map(corners));
        // the framing is about 100 pixels wide
        assertThat(found).containsExactly(expected, within(3.5));
        assertThat(meanDifference(again.face(), upright.face())).isLessThan(0.06);
    }

    @Test
    void faceAtTheEdgeGoesOnWithTheEdgesPixels() {
        Photo cut = Samples.crop(astronaut, 190, 80, 120, 120);
        AlignedFace aligned = align(cut);
        assertThat(aligned.toPhoto().map(new double[] {0, 32})[0]).isNegative();
        int[] rgb = aligned.face().toRgb();
        // the first column shows what lies left of the photo
        assertThat(rgb[40 * Face.SIDE]).isNotZero();
    }

    @Test
    @Tag("data")
    void chipsOfUtkFaceStayNearlyWhereTheyAre() throws IOException {
        Path data = Path.of(System.getProperty("shared", "../shared"), "data", "utkface.zip");
        assumeTrue(Files.exists(data), "UTKFace is not here");
        double[] shifts = new double[60];
        try (ZipFile chips = new ZipFile(data.toFile())) {
            var names = chips.stream().filter(e -> e.getName().endsWith(".jpg")).toList();
            for (int i = 0; i < shifts.length; i++) {
                try (InputStream in = chips.getInputStream(names.get(i * names.size() / shifts.length))) {
                    shifts[i] = shift(new PhotoReader().read(in, "chip"));
                }
            }
        }
        Arrays.sort(shifts);
        assertThat(shifts[shifts.length / 2]).isLessThan(4.5);
        assertThat(shifts[shifts.length * 9 / 10]).isLessThan(12);
    }

    /** How far the corners move, in pixels of a chip of 200. */
    private static double shift(Photo chip) {
        double[] corners = {0, 0, Face.SIDE, 0, Face.SIDE, Face.SIDE, 0, Face.SIDE};
        double[] moved = align(chip).toPhoto().map(corners);
        double squares = 0;
        for (int i = 0; i < corners.length; i++) {
            double by = moved[i] - corners[i] * chip.width() / Face.SIDE;
            squares += by * by;
        }
        return Math.sqrt(squares / 4);
    }

    private static double meanDifference(Face a, Face b) {
        double sum = 0;
        for (int i = 0; i < Face.LENGTH; i++) {
            sum += Math.abs(a.pixels()[i] - b.pixels()[i]);
        }
        return sum / Face.LENGTH;
    }
}
