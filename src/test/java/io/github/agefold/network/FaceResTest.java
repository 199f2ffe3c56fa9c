package io.github.agefold.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Against vectors worked out in double precision, apart from this project. */
class FaceResTest {
    private static final float TOLERANCE = 1e-4f;
    private static final int STEP = 16;
    private static FaceRes faceRes;
    private static JsonNode references;

    @BeforeAll
    static void load() throws IOException {
        faceRes = FaceRes.load(Path.of("weights", "faceres.safetensors"));
        try (InputStream json = FaceResTest.class.getResourceAsStream("faceres-references.json")) {
            references = new ObjectMapper().readTree(json);
        }
    }

    @Test
    void syntheticImagesGetTheReferenceFeatures() throws IOException {
        List<ReferenceFace> images = ReferenceFace.synthetic();
        float[][] features = faceRes.features(ReferenceFace.batch(images));
        float[][] embeddings = faceRes.embed(ReferenceFace.batch(images));
        for (int i = 0; i < images.size(); i++) {
            assertReference(images.get(i).name(), features[i], embeddings[i]);
        }
    }

    @Test
    void photoGetsTheReferenceFeatures() throws IOException {
        INDArray face = astronaut();
        assertReference("astronaut", faceRes.features(face)[0], faceRes.embed(face)[0]);
    }

    @Test
    void embeddingsHaveLengthOne() {
        for (float[] embedding : faceRes.embed(ReferenceFace.noise(2, 64))) {
            assertThat(FaceRecognizer.distance(embedding, new float[FaceRes.FEATURES]))
                    .isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void facesThatAreNotSquareAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faceRes.embed(Nd4j.zeros(1, 3, 64, 48)))
                .withMessageContaining("square faces");
    }

    private static void assertReference(String name, float[] features, float[] embedding) {
        JsonNode reference = references.get("images").get(name);
        double length = reference.get("norm").asDouble();
        assertThat(FaceRecognizer.distance(features, new float[FaceRes.FEATURES]))
                .as(name)
                .isCloseTo(length, within(1e-3 * length));
        JsonNode numbers = reference.get("every_16th");
        assertThat(numbers.size() * STEP).isEqualTo(FaceRes.FEATURES);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(embedding[STEP * i])
                    .as(name + " " + STEP * i)
                    .isCloseTo((float) numbers.get(i).asDouble(), within(TOLERANCE));
        }
    }

    /** The face of the sample photo, 128x128 pixels of it from (160, 60). */
    private static INDArray astronaut() throws IOException {
        BufferedImage photo =
                ImageIO.read(Path.of("assets", "samples", "astronaut.png").toFile());
        int side = 128;
        float[] values = new float[3 * side * side];
        for (int i = 0; i < side * side; i++) {
            int rgb = photo.getRGB(160 + i % side, 60 + i / side);
            for (int c = 0; c < 3; c++) {
                values[c * side * side + i] = ((rgb >> (16 - 8 * c)) & 0xff) / 127.5f - 1;
            }
        }
        return Nd4j.create(values, new long[] {1, 3, side, side}, 'c');
    }
}
