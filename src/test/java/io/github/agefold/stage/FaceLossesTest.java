package io.github.agefold.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.FaceRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FaceLossesTest {
    private static final int FACES = 4;
    private static final int JUDGED = 2;

    private static AgeEstimator estimator;

    private final INDArray real = Nd4j.rand(FACES, 3, 64, 64);
    private final INDArray own = Nd4j.rand(FACES, 3, 64, 64);
    private final INDArray aged = Nd4j.rand(FACES, 3, 64, 64);
    private final INDArray ages = Nd4j.zeros(FACES, 6).putScalar(0, 5, 1).putScalar(1, 5, 1);

    /** Takes a face's mean colour, a number a channel, for its identity. */
    private static final class MeanColour implements FaceRecognizer {
        @Override
        public INDArray embed(INDArray faces) {
            return faces.mean(2, 3);
        }

        @Override
        public INDArray backward(INDArray embeddingGradient) {
            long n = embeddingGradient.size(0);
            return embeddingGradient.reshape(n, 3, 1, 1).broadcast(n, 3, 64, 64).div(64 * 64);
        }

        @Override
        public double samePersonDistance() {
            return 1;
        }
    }

    @BeforeAll
    static void load() throws IOException {
        estimator = AgeEstimator.load(Path.of("weights", "age-estimator.safetensors"));
    }

    @Test
    void onlyTheJudgedFacesFeelIdentityAndAge() {
        INDArray gradient = gradient(new LossWeights(0, 1, 1, 0, 1, 0), new HashMap<>());

        for (int i = 0; i < 2 * FACES; i++) {
            double slope = gradient.slice(i).norm2Number().doubleValue();
            if (i % FACES < JUDGED) {
                assertThat(slope).as("face " + i).isPositive();
            } else {
                assertThat(slope).as("face " + i).isZero();
            }
        }
    }

    @Test
    void identityIsTheMeanSquaredDistanceOfTheJudgedFaces() {
        Map<String, Double> losses = new HashMap<>();
        gradient(new LossWeights(0, 3, 0, 0, 0, 0), losses);

        double expected = 0;
        for (int i = 0; i < JUDGED; i++) {
            double distance = own.slice(i)
                    .mean(1, 2)
                    .sub(real.slice(i).mean(1, 2))
                    .norm2Number()
                    .doubleValue();
            expected += 3 * distance * distance / JUDGED;
        }
        assertThat(losses.get("identity")).isCloseTo(expected, within(1e-6));
    }

    @Test
    void identityGradientAgreesWithFiniteDifferences() {
        LossWeights weights = new LossWeights(0, 3, 0, 0, 0, 0);
        double slope = gradient(weights, new HashMap<>()).getDouble(1, 2, 30, 40);

        double step = 0.5;
        Map<String, Double> above = new HashMap<>();
        Map<String, Double> below = new HashMap<>();
        own.putScalar(new int[] {1, 2, 30, 40}, own.getDouble(1, 2, 30, 40) + step);
        gradient(weights, above);
        own.putScalar(new int[] {1, 2, 30, 40}, own.getDouble(1, 2, 30, 40) - 2 * step);
        gradient(weights, below);

        double difference = (above.get("identity") - below.get("identity")) / (2 * step);
        assertThat(slope).isCloseTo(difference, within(1e-2 * Math.abs(difference) + 1e-8));
    }

    @Test
    void everyFaceFeelsItsPixels() {
        INDArray gradient = gradient(new LossWeights(2, 0, 0, 0, 0, 0), new HashMap<>());

        double expected = 2.0 / real.length() * Math.signum(own.getDouble(3, 1, 5, 6) - real.getDouble(3, 1, 5, 6));
        assertThat(gradient.getDouble(3, 1, 5, 6)).isCloseTo(expected, within(1e-9));
    }

    private INDArray gradient(LossWeights weights, Map<String, Double> losses) {
        return new FaceLosses(new MeanColour(), estimator, weights, JUDGED).gradient(real, own, aged, ages, losses);
    }
}
