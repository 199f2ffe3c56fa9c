package io.github.agefold.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.photo.Photo;
import org.junit.jupiter.api.Test;

class FaceChipTest {
    @Test
    void chipShrinksByAveragingAreas() {
        byte[] rgb = new byte[3 * 128 * 128];
        for (int i = 0; i < 128 * 128; i++) {
            // red: columns of 0 and 255; green: 255; blue: rows of 0 and 102
            rgb[3 * i] = (byte) (i % 2 * 255);
            rgb[3 * i + 1] = (byte) 255;
            rgb[3 * i + 2] = (byte) (i / 128 % 2 * 102);
        }
        float[] pixels = FaceChip.toFace(new Photo("chip", 128, 128, rgb)).pixels();
        int plane = Face.SIDE * Face.SIDE;
        assertThat(pixels[plane / 2]).isCloseTo(0, within(0.01f));
        assertThat(pixels[plane + plane / 2]).isEqualTo(1);
        assertThat(pixels[2 * plane + plane / 2]).isCloseTo(51 / 127.5f - 1, within(1e-6f));
    }

    @Test
    void chipOfTheFacesSizeKeepsItsPixels() {
        byte[] rgb = new byte[3 * Face.SIDE * Face.SIDE];
        rgb[3 * 70] = (byte) 0x12;
        rgb[3 * 70 + 1] = (byte) 0x34;
        rgb[3 * 70 + 2] = (byte) 0x56;
        assertThat(FaceChip.toFace(new Photo("chip", Face.SIDE, Face.SIDE, rgb)).toRgb()[70])
                .isEqualTo(0x123456);
    }

    @Test
    void chipThatIsNotSquareIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaceChip.toFace(Samples.plain(200, 199)))
                .withMessage("a chip is square, plain is 200x199");
    }
}
