package io.github.agefold.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.face.Face;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SharpnessTest {
    @Test
    void flatFaceHasNone() {
        float[] pixels = new float[Face.LENGTH];
        Arrays.fill(pixels, 0.3f);
        assertThat(Sharpness.of(pixels)).isCloseTo(0, within(1e-12));
    }

    @Test
    void rampHasNoneEither() {
        float[] pixels = new float[Face.LENGTH];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % Face.SIDE / 64f;
        }
        assertThat(Sharpness.of(pixels)).isCloseTo(0, within(1e-10));
    }

    @Test
    void oneWhitePixelGivesItsSquaresOverAllInnerPixels() {
        float[] pixels = new float[Face.LENGTH];
        for (int plane = 0; plane < 3; plane++) {
            pixels[plane * Face.SIDE * Face.SIDE + 30 * Face.SIDE + 30] = 1;
        }
        // 4 squared at the pixel, 1 at each of its four neighbours
        assertThat(Sharpness.of(pixels)).isCloseTo(20.0 / (62 * 62), within(1e-9));
    }
}
