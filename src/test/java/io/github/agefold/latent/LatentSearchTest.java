package io.github.agefold.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.FaceNet;
import io.github.agefold.network.Generator;
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

/** Searches for a face that the shipped generator itself has made, so that one is sure to exist. */
class LatentSearchTest {
    private static LatentSearch latentSearch;
    private static Encoder encoder;
    private static Face face;

    @BeforeAll
    static void load() throws IOException {
        Generator plain = Generator.create(0, 0, 0);
        NetworkWeights.read(Path.of("weights", "generator.safetensors"), plain.tensors());
        encoder = Encoder.create(0, 0);
        NetworkWeights.read(Path.of("weights", "encoder.safetensors"), encoder.tensors());
        Generator generator = plain.folded();
        latentSearch = new LatentSearch(generator, encoder, FaceNet.load(Path.of("weights", "facenet.safetensors")));
        Nd4j.getRandom().setSeed(4);
        INDArray age = Nd4j.createFromArray(new float[][] {AgeGroup.FROM_30.oneHot()});
        face = new Face(generator
                .generate(false, Nd4j.randn(1, Generator.LATENT), age)
                .dup('c')
                .data()
                .asFloat());
    }

    @Test
    void z0IsWhatTheEncoderSays() {
        INDArray z = find(Search.Z0, new ArrayList<>());
        assertThat(z).isEqualTo(encoder.approximate(false, LatentSearch.array(face)));
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
    void stoppedSearchEndsAtOnce() {
        List<SearchStep> steps = new ArrayList<>();
        assertThatThrownBy(() ->
                        latentSearch.find(face, AgeGroup.FROM_30, Search.PIXEL, steps::add, () -> steps.size() == 2))
                .isInstanceOf(CancellationException.class);
        assertThat(steps).hasSize(2);
    }

    private static void assertThatLossFalls(Search search, double share) {
        List<SearchStep> steps = new ArrayList<>();
        find(search, steps);
        double first = steps.get(0).loss();
        double smallest = steps.stream().mapToDouble(SearchStep::loss).min().orElseThrow();
        assertThat(smallest).isLessThan(share * first);
        assertThat(steps).hasSizeBetween(2, steps.get(0).iterations() + 1);
    }

    private static INDArray find(Search search, List<SearchStep> steps) {
        return latentSearch.find(face, AgeGroup.FROM_30, search, steps::add, () -> false);
    }
}
