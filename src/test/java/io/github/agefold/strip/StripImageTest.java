package io.github.agefold.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StripImageTest {
    private static final int ACCENT = 0x0969DA;
    private static final int WHITE = 0xFFFFFF;

    private final AgeStrip strip = SyntheticStrips.ofGreys(34.9);

    @Test
    void originalStandsFirstThenSixColumnsFromYoungToOld() {
        BufferedImage image = StripImage.of(strip, new StripImage.Options(64, false, false));

        int middle = 8 + 32;
        assertThat(rgb(image, 8, 8)).isZero();
        assertThat(rgb(image, 8 + 63, middle)).isZero();
        for (AgeGroup group : AgeGroup.ALL) {
            int x = 8 + 64 + 15 + group.ordinal() * (64 + 5) + 32;
            int grey = SyntheticStrips.grey(group);
            assertThat(rgb(image, x, middle)).as(group.label()).isEqualTo(grey << 16 | grey << 8 | grey);
        }
    }

    @Test
    void sizeFollowsTheCell() {
        for (int cell : new int[] {64, 100, 256, 512}) {
            BufferedImage bare = StripImage.of(strip, new StripImage.Options(cell, false, false));
            BufferedImage captioned = StripImage.of(strip, new StripImage.Options(cell, true, false));

            assertThat(bare.getWidth()).isEqualTo(7 * cell + 8 * (cell / 12) + 2 * (cell / 8));
            assertThat(bare.getHeight()).isEqualTo(cell + 2 * (cell / 8));
            assertThat(captioned.getWidth()).isEqualTo(bare.getWidth());
            assertThat(captioned.getHeight()).isGreaterThan(bare.getHeight() + 3 * 9);
        }
    }

    @Test
    void markIsInkAtTheFootWithCaptionsOrWithout() {
        for (boolean captions : new boolean[] {true, false}) {
            BufferedImage plain = StripImage.of(strip, new StripImage.Options(128, captions, false));
            BufferedImage marked = StripImage.of(strip, new StripImage.Options(128, captions, true));

            int below = captions ? plain.getHeight() - 128 / 8 : 128 / 8 + 128 + 4;
            int ink = 0;
            for (int y = below; y < marked.getHeight(); y++) {
                for (int x = 0; x < marked.getWidth(); x++) {
                    ink += rgb(marked, x, y) != WHITE ? 1 : 0;
                }
            }
            assertThat(ink).as("captions " + captions).isGreaterThan(200);
        }
    }

    @Test
    void ownAgeGroupAloneIsFramed() {
        BufferedImage image = StripImage.of(strip, new StripImage.Options(64, false, false));

        for (AgeGroup group : AgeGroup.ALL) {
            int left = 8 + 64 + 15 + group.ordinal() * (64 + 5);
            assertThat(rgb(image, left - 1, 40))
                    .as(group.label())
                    .isEqualTo(group == AgeGroup.FROM_30 ? ACCENT : WHITE);
        }
    }

    @Test
    void captionsAreInkUnderEachFaceAndStayWithinItsWidth() {
        BufferedImage image = StripImage.of(strip, new StripImage.Options(64, true, false));

        for (AgeGroup group : AgeGroup.ALL) {
            int left = 8 + 64 + 15 + group.ordinal() * (64 + 5);
            assertThat(darkPixels(image, left, left + 64)).as(group.label()).isGreaterThan(100);
        }
        assertThat(darkPixels(image, 8 + 64, 8 + 64 + 15)).isZero();
    }

    @Test
    void enlargingKeepsFlatColourAndTheRangeOfAnEdge() {
        BufferedImage flat = FaceImage.of(SyntheticStrips.flat(0.5f), 200);
        float[] pixels = new float[Face.LENGTH];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 64 < 32 ? -1 : 1;
        }
        BufferedImage edge = FaceImage.of(new Face(pixels), 256);

        int[] all = flat.getRGB(0, 0, 200, 200, null, 0, 200);
        assertThat(Arrays.stream(all).distinct().toArray()).containsExactly(0xFFBFBFBF);
        assertThat(rgb(edge, 0, 128)).isZero();
        assertThat(rgb(edge, 255, 128)).isEqualTo(WHITE);
        assertThat(rgb(edge, 127, 128) & 0xFF).isBetween(64, 127);
        assertThat(rgb(edge, 128, 128) & 0xFF).isBetween(128, 191);
    }

    @Test
    void enlargingToTheSameSizeChangesNothing() {
        float[] pixels = new float[Face.LENGTH];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) Math.sin(i * 0.7);
        }
        Face face = new Face(pixels);

        int[] drawn = FaceImage.of(face, 64).getRGB(0, 0, 64, 64, null, 0, 64);

        assertThat(Arrays.stream(drawn).map(p -> p & WHITE).toArray()).isEqualTo(face.toRgb());
    }

    @Test
    void looksCountsCompletedYearsAsTheGroupsDo() {
        assertThat(Captions.looks(29.9)).isEqualTo("looks 29");
        assertThat(Captions.of(strip.columns().get(5))).containsExactly("60+", "looks 65", "distance 0.65");
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new StripImage.Options(63, true, false)).hasMessageContaining("64 to 512");
        assertThatThrownBy(() -> new StripImage.Options(513, true, false)).hasMessageContaining("513");
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & WHITE;
    }

    private static long darkPixels(BufferedImage image, int from, int to) {
        long dark = 0;
        for (int x = from; x < to; x++) {
            for (int y = 8 + 64 + 3; y < image.getHeight(); y++) {
                dark += (rgb(image, x, y) & 0xFF) < 230 ? 1 : 0;
            }
        }
        return dark;
    }
}
