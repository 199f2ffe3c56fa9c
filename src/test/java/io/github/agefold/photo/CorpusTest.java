package io.github.agefold.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sort of file gives the right picture or one clear sentence. */
class CorpusTest {
    private final PhotoReader reader = new PhotoReader();

    @TempDir
    private Path folder;

    @Test
    void eachSortGivesTheRightPicture() throws IOException {
        for (var file : Corpus.files().entrySet()) {
            Photo photo = reader.read(file.getValue(), file.getKey());
            assertThat(photo.width()).as(file.getKey()).isEqualTo(48);
            assertThat(corners(photo)).as(file.getKey()).isEqualTo("RGWB");
        }
    }

    @Test
    void inkIsSeenThroughItsProfile() throws IOException {
        byte[] magenta = Pictures.cmykJpeg(16, 0, 255, 0, 0);
        byte[] profiled = Pictures.insert(magenta, 2, InkProfile.jpegSegment(InkProfile.bytes()));
        int plain = Pictures.rgbAt(reader.read(magenta, "plain.jpg"), 8, 8);
        int seen = Pictures.rgbAt(reader.read(profiled, "profiled.jpg"), 8, 8);
        assertThat(plain >> 16 & 0xff).as("red of magenta").isGreaterThan(plain >> 8 & 0xff);
        assertThat(seen >> 8 & 0xff).as("green by the profile").isGreaterThan((seen >> 16 & 0xff) + 60);
    }

    @Test
    void fileThatIsCutAnywhereGivesTheWholePictureOrASentence() throws IOException {
        for (Map<String, byte[]> files : List.of(Corpus.files(), Corpus.others())) {
            for (var file : files.entrySet()) {
                String name = file.getKey();
                byte[] bytes = file.getValue();
                Photo whole = reader.read(bytes, name);
                for (int tenth = 0; tenth < 10; tenth++) {
                    byte[] cut = Arrays.copyOf(bytes, bytes.length * tenth / 10);
                    try {
                        assertThat(reader.read(cut, name).rgb())
                                .as("%s, %d tenths", name, tenth)
                                .isEqualTo(whole.rgb());
                    } catch (UnreadablePhotoException e) {
                        assertThat(e).hasMessageStartingWith(name + " is ").hasMessageMatching("(?s).*\\. .*\\.");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp", "gif", "tiff"})
    void oneDotIsAPicture(String format) throws IOException {
        BufferedImage dot = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        dot.setRGB(0, 0, 0xffffff);
        Photo photo = reader.read(Pictures.encode(dot, format), "dot");
        assertThat(photo.width() * photo.height()).isEqualTo(1);
        assertThat(Pictures.rgbAt(photo, 0, 0)).isEqualTo(0xffffff);
    }

    @Test
    void endingThatSaysSomethingElseDoesNotMatter() throws IOException {
        Path file = Files.write(folder.resolve("photo.gif"), Corpus.files().get("a.jpg"));
        assertThat(corners(reader.read(file))).isEqualTo("RGWB");
    }

    @Test
    void namesInAnyScriptAndAsLongAsTheDiskAllowsAreRead() throws IOException {
        byte[] png = Corpus.files().get("a.png");
        for (String name : new String[] {"Zoë 年齢 \uD83D\uDC66.png", "x".repeat(251) + ".png", " -rf.png", "a\nb.png"}) {
            Path file;
            try {
                file = Files.write(folder.resolve(name), png);
            } catch (InvalidPathException e) {
                continue; // where the system's character set or rules have no such name, there is no such file
            }
            assertThat(reader.read(file).name()).isEqualTo(name);
        }
    }

    @Test
    void nameThatIsTooLongForAnyDiskIsNotThere() {
        assertThatThrownBy(() -> reader.read(folder.resolve("x".repeat(5000))))
                .isInstanceOf(UnreadablePhotoException.class)
                .hasMessageEndingWith("is not there. Choose another file.");
    }

    @Test
    @Timeout(20)
    void pipeThatNobodyWritesToIsRefusedAtOnce() throws Exception {
        Path pipe = folder.resolve("pipe.jpg");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no pipes with names here");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor(10, TimeUnit.SECONDS))
                .isTrue();
        assertThatThrownBy(() -> reader.read(pipe))
                .isInstanceOf(UnreadablePhotoException.class)
                .hasMessageEndingWith("pipe.jpg is a pipe or a device. Choose a picture file.");
    }

    @Test
    void randomBytesBehindEachMagicAreRefused() {
        Random random = new Random(7);
        for (String magic :
                new String[] {"", "\u00ff\u00d8\u00ff\u00e0", "\u0089PNG\r\n\u001a\n", "GIF89a", "BM", "II*\0", "MM\0*"
                }) {
            byte[] bytes = new byte[4096];
            random.nextBytes(bytes);
            byte[] start = magic.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(start, 0, bytes, 0, start.length);
            assertThatThrownBy(() -> reader.read(bytes, "noise"))
                    .isInstanceOf(UnreadablePhotoException.class)
                    .hasMessageStartingWith("noise ");
        }
    }

    /** A note of 300 MB that takes 300 kB of file; without it the same file is read in no memory at all. */
    @Test
    void noteThatUnpacksToGigabytesIsNotUnpacked() throws IOException {
        byte[] png = Corpus.files().get("palette.png");
        Deflater deflater = new Deflater(1);
        deflater.setInput(new byte[300_000_000]);
        deflater.finish();
        byte[] packed = new byte[4_000_000];
        int length = deflater.deflate(packed);
        deflater.end();
        byte[] note = Pictures.pngChunk(
                "zTXt",
                Pictures.insert(Arrays.copyOf(packed, length), 0, "bomb\0\0".getBytes(StandardCharsets.US_ASCII)));
        byte[] bomb = Pictures.insert(png, 33, note);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Decoding decoding = new Decoding("bomb.png", new MemoryCacheImageInputStream(new ByteArrayInputStream(bomb)));
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(corners(decoding.decode())).isEqualTo("RGWB");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(50_000_000);
    }

    @Test
    void profileThatClaimsGigabytesIsRefused() throws IOException {
        byte[] profile = InkProfile.bytes();
        profile[0] = 0x7f;
        byte[] ink = Pictures.cmykJpeg(16, 0, 255, 0, 0);
        byte[] bomb = Pictures.insert(ink, 2, InkProfile.jpegSegment(profile));
        assertThatThrownBy(() -> reader.read(bomb, "print.jpg"))
                .isInstanceOf(UnreadablePhotoException.class)
                .hasMessage(
                        "print.jpg is damaged: its colour profile claims to be 2130 MB. Save it without one, or as sRGB.");
    }

    @Test
    void orientationOfAWholePhotoIsFoundInEachFormatThatHasOne() throws IOException {
        byte[] exif = Pictures.exif(3);
        byte[] png = Pictures.insert(Corpus.files().get("a.png"), 33, Pictures.pngChunk("eXIf", exif));
        assertThat(corners(reader.read(png, "turned.png"))).isEqualTo("BWGR");
        byte[] tiff = Corpus.files().get("None.tif");
        assertThat(corners(reader.read(Pictures.turnedTiff(tiff, 3), "turned.tif")))
                .isEqualTo("BWGR");
    }

    @Test
    void workThatTakesTooLongIsGivenUpWithASentence() {
        PatientReading impatient = new PatientReading(Duration.ofSeconds(10), Duration.ofMillis(200));
        CountDownLatch givenUp = new CountDownLatch(1);
        assertThatThrownBy(() -> impatient.wait(
                        "slow.jpg",
                        () -> {
                            givenUp.await();
                            return null;
                        },
                        givenUp::countDown))
                .isInstanceOf(UnreadablePhotoException.class)
                .hasMessageStartingWith("slow.jpg was given up");
        assertThat(givenUp.getCount()).isZero();
    }

    @Test
    void nothingIsWrittenBesideThePictures() throws IOException {
        Path gone = folder.resolve("no-such-folder");
        String before = System.getProperty("java.io.tmpdir");
        System.setProperty("java.io.tmpdir", gone.toString());
        try {
            for (var file : Corpus.files().entrySet()) {
                Path picture = Files.write(folder.resolve(file.getKey()), file.getValue());
                assertThatCode(() -> reader.read(picture)).as(file.getKey()).doesNotThrowAnyException();
            }
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
        assertThat(gone).doesNotExist();
        assertThat(ImageIO.getUseCache()).isFalse();
    }

    private static String corners(Photo photo) {
        return Pictures.colorAt(photo, 0.2, 0.2)
                + Pictures.colorAt(photo, 0.8, 0.2)
                + Pictures.colorAt(photo, 0.2, 0.8)
                + Pictures.colorAt(photo, 0.8, 0.8);
    }
}
