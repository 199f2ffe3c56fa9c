package io.github.agefold.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import io.github.agefold.face.FaceAligner;
import io.github.agefold.face.FaceDetector;
import io.github.agefold.network.BlazeFace;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.FaceLandmarks;
import io.github.agefold.network.FaceNet;
import io.github.agefold.network.Generator;
import io.github.agefold.photo.Photo;
import io.github.agefold.photo.PhotoReader;
import io.github.agefold.weights.NetworkWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Searches for a face that the shipped generator itself has made, so that one is sure to exist, and tunes to one that it has not. */
class LatentSearchTest {
    private static Generator generator;
    private static LatentSearch latentSearch;
    private static Encoder encoder;
    private static Face face;
    private static INDArray photo;

    @BeforeAll
    static void load() throws IOException {
        Generator plain = Generator.create(0, 0, 0);
        NetworkWeights.read(Path.of("weights", "generator.safetensors"), plain.tensors());
        encoder = Encoder.create(0, 0);
        NetworkWeights.read(Path.of("weights", "encoder.safetensors"), encoder.tensors());
        generator = plain.folded();
        latentSearch = new LatentSearch(generator, encoder, FaceNet.load(Path.of("weights", "facenet.safetensors")));
        Nd4j.getRandom().setSeed(4);
        INDArray age = Nd4j.createFromArray(new float[][] {AgeGroup.FROM_30.oneHot()});
        face = new Face(generator
                .generate(false, Nd4j.randn(1, Generator.LATENT), age)
                .dup('c')
                .data()
                .asFloat());
        photo = astronaut();
    }

    /** A real face, which no z gives back whole. */
    private static INDArray astronaut() throws IOException {
        Photo picture = new PhotoReader().read(Path.of("assets", "samples", "astronaut.png"));
        FaceDetector detector = new FaceDetector(BlazeFace.load(Path.of("weights", "blazeface.safetensors")));
        FaceAligner aligner = new FaceAligner(FaceLandmarks.load(Path.of("weights", "face-landmarks.safetensors")));
        return LatentSearch.array(
                aligner.align(picture, detector.detect(picture).get(0)).face());
    }

    @Test
    void z0IsWhatTheEncoderSays() {
        Likeness found = find(Search.Z0, new ArrayList<>());
        assertThat(found.z()).isEqualTo(encoder.approximate(false, LatentSearch.array(face)));
    }

    @Test
    void pixelSearchBringsTheReconstructionCloser() {
        assertThatLossFalls(Search.PIXEL, 0.5);
    }

    @Test
    void identitySearchBringsTheReconstructionCloser() {
        assertThatLossFalls(Search.IDENTITY, 0.5);
    }

    @Test
    void tuningBringsTheReconstructionCloserThanAnyZ() {
        double identity = distance(photo, own(find(Search.IDENTITY, photo)));
        double tuned = distance(photo, own(find(Search.TUNED, photo)));
        assertThat(tuned).isLessThan(0.5 * identity);
    }

    @Test
    void tuningKeepsHowFarTheAgesLieApart() {
        assertThat(span(find(Search.TUNED, photo))).isGreaterThan(0.5 * span(find(Search.IDENTITY, photo)));
    }

    @Test
    void tuningLeavesTheGeneratorAsItWas() {
        INDArray before = generator.graph().params().dup();
        find(Search.TUNED, photo);
        assertThat(generator.graph().params()).isEqualTo(before);
    }

    @Test
    void stoppedSearchEndsAtOnce() {
        List<SearchStep> steps = new ArrayList<>();
        assertThatThrownBy(() ->
                        latentSearch.find(face, AgeGroup.FROM_30, Search.PIXEL, steps::add, () -> steps.size() == 2))
                .isInstanceOf(CancellationException.class);
        assertThat(steps).hasSize(2);
    }

    private static INDArray own(Likeness likeness) {
        return likeness.everyAge(generator).slice(AgeGroup.FROM_30.ordinal()).reshape(1, 3, Face.SIDE, Face.SIDE);
    }

    /** Mean squared difference of the youngest and the oldest face. */
    private static double span(Likeness likeness) {
        INDArray faces = likeness.everyAge(generator);
        return distance(faces.slice(0), faces.slice(AgeGroup.COUNT - 1));
    }

    private static double distance(INDArray a, INDArray b) {
        return a.sub(b).norm2Number().doubleValue();
    }

    private static void assertThatLossFalls(Search search, double share) {
        List<SearchStep> steps = new ArrayList<>();
        find(search, steps);
        double first = steps.get(0).loss();
        double smallest = steps.stream().mapToDouble(SearchStep::loss).min().orElseThrow();
        assertThat(smallest).isLessThan(share * first);
        assertThat(steps).hasSizeBetween(2, steps.get(0).iterations() + 1);
    }

    private static Likeness find(Search search, List<SearchStep> steps) {
        return latentSearch.find(face, AgeGroup.FROM_30, search, steps::add, () -> false);
    }

    private static Likeness find(Search search, INDArray photo) {
        Face wanted = new Face(photo.dup('c').data().asFloat());
        return latentSearch.find(wanted, AgeGroup.FROM_30, search, step -> {}, () -> false);
    }
}
