package io.github.agefold.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class AgeEstimatorTest {
    private static final float YEARS = 0.01f;
    private static AgeEstimator estimator;

    @BeforeAll
    static void load() throws IOException {
        estimator = AgeEstimator.load(Path.of("weights", "age-estimator.safetensors"));
    }

    @Test
    void syntheticImagesGetTheReferenceAges() throws IOException {
        assertAges(ReferenceFace.synthetic());
    }

    @Test
    @Tag("data")
    void photosGetTheReferenceAges() throws IOException {
        assertAges(ReferenceFace.photos());
    }

    @Test
    void gradientIsWhatTheAgeGainsOnTheWay() {
        INDArray faces = ReferenceFace.noise(2, 64);
        estimator.ages(faces);
        INDArray gradient = estimator.backward(Nd4j.ones(2, 1)).dup();
        assertThat(gradient.shape()).isEqualTo(faces.shape());
        // along the gradient the ages change by its norm
        double norm = gradient.norm2Number().doubleValue();
        INDArray step = gradient.mul(0.01 / norm);
        double after = estimator.ages(faces.add(step)).sumNumber().doubleValue();
        double before = estimator.ages(faces.sub(step)).sumNumber().doubleValue();
        assertThat((after - before) / 0.02).isCloseTo(norm, within(0.01 * norm));
    }

    private static void assertAges(List<ReferenceFace> faces) {
        float[] ages = estimator.estimate(ReferenceFace.batch(faces));
        for (int i = 0; i < ages.length; i++) {
            assertThat(ages[i]).as(faces.get(i).name()).isCloseTo(faces.get(i).age(), within(YEARS));
        }
    }
}
