package io.github.agefold.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.photo.Photo;
import org.junit.jupiter.api.Test;

class PhotoPyramidTest {
    @Test
    void squareOfTheSameScaleIsACopy() {
        Photo photo = grey(3, 3, 10, 20, 30, 40, 50, 60, 70, 80, 90);
        assertThat(cut(photo, new Similarity(1, 0, 1, 1), 2, PhotoPyramid.Beyond.BLACK))
                .containsExactly(50, 60, 80, 90);
    }

    @Test
    void beyondTheEdgeLiesBlackOrTheEdgesColour() {
        Photo photo = grey(1, 2, 100, 200);
        Similarity above = new Similarity(1, 0, 0, -1);
        assertThat(cut(photo, above, 2, PhotoPyramid.Beyond.BLACK)).containsExactly(0, 0, 100, 0);
        assertThat(cut(photo, above, 2, PhotoPyramid.Beyond.EDGE)).containsExactly(100, 100, 100, 100);
    }

    @Test
    void quarterTurnTurns() {
        Photo photo = grey(2, 2, 1, 2, 3, 4);
        assertThat(cut(photo, Similarity.ofSquare(2, 1, 1, 2, Math.PI / 2), 2, PhotoPyramid.Beyond.BLACK))
                .containsExactly(2, 4, 1, 3);
    }

    @Test
    void shrunkSquareAveragesWhatItStandsFor() {
        int side = 96;
        byte[] rgb = new byte[3 * side * side];
        for (int i = 0; i < rgb.length; i++) {
            // columns of 0 and 200 in turn
            rgb[i] = (byte) (i / 3 % 2 * 200);
        }
        Photo stripes = new Photo("stripes", side, side, rgb);
        assertThat(cut(stripes, new Similarity(16, 0, 0, 0), 6, PhotoPyramid.Beyond.BLACK))
                .hasSize(36)
                .containsOnly(100);
        assertThat(cut(stripes, new Similarity(2, 0, 0, 0), 48, PhotoPyramid.Beyond.BLACK))
                .containsOnly(100);
    }

    private static Photo grey(int width, int height, int... shades) {
        byte[] rgb = new byte[3 * shades.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) shades[i / 3];
        }
        return new Photo("grey", width, height, rgb);
    }

    /** The red channel. */
    private static int[] cut(Photo photo, Similarity toPhoto, int side, PhotoPyramid.Beyond beyond) {
        try (PhotoPyramid pyramid = new PhotoPyramid(photo)) {
            byte[] rgb = pyramid.cut(toPhoto, side, beyond);
            int[] red = new int[side * side];
            for (int i = 0; i < red.length; i++) {
                red[i] = rgb[3 * i] & 0xff;
            }
            return red;
        }
    }
}
