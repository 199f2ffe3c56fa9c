package io.github.agefold.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Against TensorFlow.js 4.22, which ran the original graph on a picture that a formula draws. */
class BlazeFaceTest {
    private static final double TOLERANCE = 1e-3;
    private static BlazeFace.Sight sight;

    @BeforeAll
    static void look() throws IOException {
        // second of two, so that a batch is tested too
        sight = BlazeFace.load(Path.of("weights", "blazeface.safetensors"))
                .look(Nd4j.concat(0, Nd4j.zeros(1, 3, BlazeFace.SIDE, BlazeFace.SIDE), waves()))
                .get(1);
    }

    private static INDArray waves() {
        int side = BlazeFace.SIDE;
        float[] picture = new float[3 * side * side];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    picture[(c * side + y) * side + x] =
                            (float) (Math.sin(0.05 * (c + 1) * x + 0.03 * y) * Math.cos(0.04 * y - 0.02 * c * x));
                }
            }
        }
        return Nd4j.create(picture, new long[] {1, 3, side, side}, 'c');
    }

    @ParameterizedTest
    @CsvSource({
        "0, -3.5251944, -3.1057301, -3.8609786, 48.2832490, 48.2837105, -8.8344822",
        "101, -3.5005334, -1.1516554, 2.9171879, 43.7929306, 43.7930717, 3.5936635",
        "511, -3.2849360, -0.1763989, -3.5097866, 58.5149460, 58.5151978, -6.0531826",
        "512, -3.8768926, 2.2660556, 8.4003563, 94.7857208, 94.7773285, -4.6444712",
        "700, -6.2069426, 6.7634697, -1.8354962, 106.9390106, 106.9518890, 1.1884438",
        "895, -16.8921661, 4.4222298, -7.9721317, 62.4852562, 61.2105293, -13.6990900"
    })
    void anchorsGetTheNumbersOfTheOriginalGraph(
            int anchor, double score, double x, double y, double width, double height, double lastPointY) {
        assertThat((double) sight.scores()[anchor]).isCloseTo(score, within(TOLERANCE));
        double[] expected = {x, y, width, height};
        int at = anchor * BlazeFace.BOX_NUMBERS;
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) sight.boxes()[at + i]).isCloseTo(expected[i], within(TOLERANCE));
        }
        assertThat((double) sight.boxes()[at + BlazeFace.BOX_NUMBERS - 1]).isCloseTo(lastPointY, within(TOLERANCE));
    }

    @Test
    void allAnchorsTogetherAddUpAsInTheOriginalGraph() {
        assertThat(sum(sight.scores())).isCloseTo(-14615.8533, within(0.05));
        assertThat(sum(sight.boxes())).isCloseTo(99811.8685, within(0.5));
    }

    @Test
    void pictureOfAnotherSizeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlazeFace.load(Path.of("weights", "blazeface.safetensors"))
                        .look(Nd4j.zeros(1, 3, 128, 128)))
                .withMessageContaining("[1, 3, 128, 128]");
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
