package io.github.agefold.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTest {
    private static final double CLOSE = 3;

    private final PhotoReader reader = new PhotoReader();

    @TempDir
    Path folder;

    /** The corners are the top left, top right, bottom right and bottom left. */
    @ParameterizedTest
    @CsvSource({"1,RGBW", "2,GRWB", "3,BWRG", "4,WBGR", "5,RWBG", "6,WRGB", "7,BGRW", "8,GBWR"})
    void rotatedPhonePhotoComesOutUpright(int orientation, String corners) throws IOException {
        byte[] stored = Pictures.encode(Pictures.quarters(96, 64, BufferedImage.TYPE_INT_RGB), "jpeg");
        Photo photo = reader.read(Pictures.withOrientation(stored, orientation), "phone.jpg");
        assertThat(photo.width()).isEqualTo(orientation < 5 ? 96 : 64);
        assertThat(photo.height()).isEqualTo(orientation < 5 ? 64 : 96);
        assertThat(Pictures.colorAt(photo, 0.2, 0.2)
                        + Pictures.colorAt(photo, 0.8, 0.2)
                        + Pictures.colorAt(photo, 0.8, 0.8)
                        + Pictures.colorAt(photo, 0.2, 0.8))
                .isEqualTo(corners);
    }

    @Test
    void nonsenseInTheOrientationNoteIsIgnored() throws IOException {
        byte[] stored = Pictures.encode(Pictures.quarters(96, 64, BufferedImage.TYPE_INT_RGB), "jpeg");
        assertThat(Pictures.colorAt(reader.read(Pictures.withOrientation(stored, 9), "odd.jpg"), 0.2, 0.2))
                .isEqualTo("R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp", "gif", "tiff"})
    void commonFormatsAreRead(String format) throws IOException {
        Path file = folder.resolve("picture");
        Files.write(file, Pictures.encode(Pictures.quarters(40, 30, BufferedImage.TYPE_INT_RGB), format));
        Photo photo = reader.read(file);
        assertThat(photo.name()).isEqualTo("picture");
        assertThat(photo.width()).isEqualTo(40);
        assertThat(photo.height()).isEqualTo(30);
        assertThat(Pictures.colorAt(photo, 0.2, 0.2) + Pictures.colorAt(photo, 0.8, 0.8))
                .isEqualTo("RB");
    }

    @ParameterizedTest
    @ValueSource(strings = {Pictures.WEBP_LOSSLESS, Pictures.WEBP_LOSSY})
    void webpIsRead(String base64) throws IOException {
        Photo photo = reader.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)), "web.webp");
        assertThat(photo.width()).isEqualTo(16);
        assertThat(Pictures.colorAt(photo, 0.2, 0.5) + Pictures.colorAt(photo, 0.8, 0.5))
                .isEqualTo("RB");
    }

    @Test
    void transparencyShowsWhite() throws IOException {
        BufferedImage image =
                Pictures.filled(8, 8, BufferedImage.TYPE_INT_ARGB, new Color(255, 0, 0, 51)); // a fifth of red
        image.setRGB(0, 0, 0);
        Photo photo = reader.read(Pictures.encode(image, "png"), "logo.png");
        assertThat(Pictures.rgbAt(photo, 0, 0)).isEqualTo(0xffffff);
        assertThat(Pictures.rgbAt(photo, 4, 4)).isEqualTo(0xffcccc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "tiff"})
    void greyKeepsItsShade(String format) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, 8, 8, 0, same(64, 100));
        assertGrey(reader.read(Pictures.encode(image, format), "grey"), 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void sixteenBitGreyKeepsItsShade(String format) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSamples(0, 0, 8, 8, 0, same(64, 100 * 257));
        assertGrey(reader.read(Pictures.encode(image, format), "scan"), 100);
    }

    @Test
    void sixteenBitColorIsRead() throws IOException {
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                false,
                false,
                ComponentColorModel.OPAQUE,
                DataBuffer.TYPE_USHORT);
        WritableRaster raster = colors.createCompatibleWritableRaster(8, 8);
        for (int band = 0; band < 3; band++) {
            raster.setSamples(0, 0, 8, 8, band, same(64, (50 + 50 * band) * 257));
        }
        Photo photo = reader.read(Pictures.encode(new BufferedImage(colors, raster, false, null), "png"), "deep.png");
        assertThat(Pictures.rgbAt(photo, 4, 4)).isEqualTo(50 << 16 | 100 << 8 | 150);
    }

    @Test
    void cmykWithoutAProfileIsReadDespiteItsWarning() throws IOException {
        Photo photo = reader.read(Pictures.cmykJpeg(16, 0, 255, 255, 0), "print.jpg");
        int rgb = Pictures.rgbAt(photo, 8, 8);
        assertThat(rgb >> 16).isGreaterThan(150);
        assertThat(rgb >> 8 & 0xff).isLessThan(90);
        assertThat(rgb & 0xff).isLessThan(90);
    }

    @Test
    void largePictureIsShrunkByAveraging() {
        BufferedImage image = new BufferedImage(8001, 300, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 8001; x++) {
                image.setRGB(x, y, x % 3 == 0 ? 0xffffff : 0);
            }
        }
        Photo photo = reader.of(image, "stripes");
        assertThat(photo.width()).isEqualTo(2667);
        assertThat(photo.height()).isEqualTo(100);
        assertThat(Pictures.rgbAt(photo, 1000, 50)).isEqualTo(0x555555);
    }

    @Test
    void hugePictureIsDecodedInPart() throws IOException {
        BufferedImage image = Pictures.quarters(12_000, 6000, BufferedImage.TYPE_BYTE_BINARY);
        Photo photo = reader.read(Pictures.encode(image, "png"), "huge.png");
        assertThat(photo.width()).isEqualTo(3000);
        assertThat(photo.height()).isEqualTo(1500);
    }

    private static void assertGrey(Photo photo, int shade) {
        assertThat((double) (Pictures.rgbAt(photo, 4, 4) & 0xff)).isCloseTo(shade, within(CLOSE));
        assertThat((double) (Pictures.rgbAt(photo, 4, 4) >> 16)).isCloseTo(shade, within(CLOSE));
    }

    private static int[] same(int length, int value) {
        int[] values = new int[length];
        Arrays.fill(values, value);
        return values;
    }
}
