package io.github.agefold.strip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import io.github.agefold.face.FaceBox;
import io.github.agefold.live.LiveFrame;
import io.github.agefold.live.LiveStrip;
import io.github.agefold.live.PartTimes;
import io.github.agefold.live.TrackedFace;
import io.github.agefold.photo.Photo;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PreviewImageTest {
    private static final int GREY = 0x808080;

    @Test
    void stripStandsUnderThePictureYoungestFirst() {
        Photo drawn = draw(new PreviewImage.Options(1, false, false), halves(640, 480));
        // 640 is 6 faces of 106 pixels and a rest
        assertThat(drawn.width()).isEqualTo(636);
        assertThat(drawn.height()).isEqualTo(476 + 106 + 26);
        assertThat(at(drawn, 100, 100)).isEqualTo(0x000000);
        assertThat(at(drawn, 500, 100)).isEqualTo(0xffffff);
        for (int i = 0; i < AgeGroup.COUNT; i++) {
            assertThat(at(drawn, 53 + 106 * i, 476 + 53)).isEqualTo(shade(i));
        }
    }

    @Test
    void mirrorTurnsThePictureAndLeavesTheAgesInOrder() {
        Photo drawn = draw(new PreviewImage.Options(1, true, false), halves(640, 480));
        assertThat(at(drawn, 100, 100)).isEqualTo(0xffffff);
        assertThat(at(drawn, 500, 100)).isEqualTo(0x000000);
        assertThat(at(drawn, 53, 476 + 53)).isEqualTo(shade(0));
    }

    @Test
    void boxIsDrawnOnRequestAlone() {
        assertThat(at(draw(new PreviewImage.Options(1, false, false), halves(636, 476)), 100, 150))
                .isEqualTo(0x000000);
        assertThat(at(draw(new PreviewImage.Options(1, false, true), halves(636, 476)), 100, 150))
                .isEqualTo(0x4493f8);
    }

    @Test
    void frameOfAnotherSizeIsFittedIn() {
        PreviewImage image = new PreviewImage(halves(640, 480), new PreviewImage.Options(2, false, false));
        Photo drawn = image.of(frame(halves(100, 300)));
        assertThat(drawn.width()).isEqualTo(image.width());
        assertThat(drawn.height()).isEqualTo(image.height());
        assertThat(at(drawn, 20, 100)).isEqualTo(0x1f2328);
        assertThat(at(drawn, 300, 100)).isEqualTo(0x000000);
        assertThat(at(drawn, 340, 100)).isEqualTo(0xffffff);
    }

    @Test
    void smallAndLargeFramesGiveClipsOfAUsefulSize() {
        PreviewImage.Options one = new PreviewImage.Options(1, false, false);
        assertThat(new PreviewImage(halves(64, 48), one).width()).isEqualTo(384);
        assertThat(new PreviewImage(halves(3840, 2160), one).width()).isEqualTo(1278);
    }

    private static Photo draw(PreviewImage.Options options, Photo photo) {
        return new PreviewImage(photo, options).of(frame(photo));
    }

    private static LiveFrame frame(Photo photo) {
        List<Face> columns = AgeGroup.ALL.stream()
                .map(group -> plain(group.ordinal() * 0.1f))
                .toList();
        TrackedFace face = new TrackedFace(3, new FaceBox(100, 100, 90, 100), null);
        return new LiveFrame(
                photo, List.of(face), OptionalInt.of(3), List.of(new LiveStrip(3, plain(0), columns)), new PartTimes());
    }

    private static Face plain(float value) {
        float[] pixels = new float[Face.LENGTH];
        Arrays.fill(pixels, value);
        return new Face(pixels);
    }

    private static int shade(int column) {
        return column == 0 ? GREY : Math.round((column * 0.1f + 1) * 127.5f) * 0x010101;
    }

    /** Black at the left, white at the right. */
    private static Photo halves(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 3 % width < width / 2 ? 0 : 255);
        }
        return new Photo("halves", width, height, rgb);
    }

    private static int at(Photo photo, int x, int y) {
        int at = 3 * (y * photo.width() + x);
        return ((photo.rgb()[at] & 0xff) << 16) | ((photo.rgb()[at + 1] & 0xff) << 8) | (photo.rgb()[at + 2] & 0xff);
    }
}
