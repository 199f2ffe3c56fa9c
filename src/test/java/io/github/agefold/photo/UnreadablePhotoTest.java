package io.github.agefold.photo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file that gives no photo is refused with a sentence that says what to do. */
class UnreadablePhotoTest {
    private final PhotoReader reader = new PhotoReader();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "heic,a HEIC image",
        "mif1,a HEIC image",
        "avif,an AVIF image",
        "'crx ',a camera's raw image",
        "isom,a video"
    })
    void imagesInTheMediaFormatAreCalledByName(String brand, String found) {
        byte[] header = ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0xxxx").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(header, "holiday.jpg")
                .hasMessageStartingWith("holiday.jpg is " + found + ", which Agefold cannot");
    }

    @Test
    void avifThatCallsItselfAnyImageIsKnownByItsOtherBrands() {
        byte[] header = "\0\0\0\u001cftypmif1\0\0\0\0miafavif".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(header, "a.avif").hasMessageContaining("is an AVIF image");
    }

    @Test
    void textIsNotAPicture() {
        assertRefused("Dear diary".getBytes(StandardCharsets.US_ASCII), "notes.txt")
                .hasMessage("notes.txt is not a picture. Choose a JPEG, PNG, WebP, TIFF, GIF or BMP file.");
    }

    @Test
    void emptyFileIsRefused() {
        assertRefused(new byte[0], "a.jpg").hasMessageStartingWith("a.jpg is empty.");
    }

    @Test
    void absentFileIsRefused() {
        assertThatThrownBy(() -> reader.read(folder.resolve("gone.jpg")))
                .isInstanceOf(UnreadablePhotoException.class)
                .hasMessageContaining("gone.jpg is not there.");
    }

    @Test
    void folderIsRefused() {
        assertThatThrownBy(() -> reader.read(folder))
                .isInstanceOf(UnreadablePhotoException.class)
                .hasMessageContaining("is a folder.");
    }

    @Test
    void fileWithoutPermissionIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("secret.jpg"), new byte[] {1});
        Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "root may read anything");
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(UnreadablePhotoException.class)
                .hasMessageContaining("You may not read secret.jpg.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void fileThatEndsEarlyIsRefused(String format) throws IOException {
        byte[] whole = Pictures.encode(noise(200, 200), format);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertRefused(half, "cut." + format);
    }

    @Test
    void jpegThatEndsEarlyIsCalledCutShort() throws IOException {
        byte[] whole = Pictures.encode(noise(200, 200), "jpeg");
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "cut.jpg")
                .hasMessageStartingWith("cut.jpg is cut short: the file ends before the picture does.");
    }

    @Test
    void damagedHeaderIsRefused() throws IOException {
        byte[] png = Pictures.encode(noise(20, 20), "png");
        Arrays.fill(png, 8, 40, (byte) 0xaa);
        assertRefused(png, "bad.png").hasMessageStartingWith("bad.png is damaged: its PNG data cannot be decoded.");
    }

    @Test
    void pictureTooLargeForMemoryIsRefusedByItsHeader() throws IOException {
        byte[] png = Pictures.encode(noise(20, 20), "png");
        // width and height follow the signature and the first chunk's name, as big-endian numbers
        System.arraycopy(new byte[] {0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30}, 0, png, 16, 8);
        assertRefused(png, "bomb.png")
                .hasMessage("bomb.png has 900 megapixels; Agefold reads up to 200. Save it smaller and try again.");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(byte[] bytes, String name) {
        return assertThatThrownBy(() -> reader.read(bytes, name))
                .isInstanceOf(UnreadablePhotoException.class)
                .hasMessageStartingWith(name);
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }
}
