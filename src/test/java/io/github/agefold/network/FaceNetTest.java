package io.github.agefold.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FaceNetTest {
    private static final float TOLERANCE = 1e-4f;
    private static FaceNet faceNet;

    @BeforeAll
    static void load() throws IOException {
        faceNet = FaceNet.load(Path.of("weights", "facenet.safetensors"));
    }

    @Test
    void syntheticImagesGetTheReferenceEmbeddings() throws IOException {
        assertEmbeddings(ReferenceFace.synthetic());
    }

    @Test
    @Tag("data")
    void photosGetTheReferenceEmbeddings() throws IOException {
        assertEmbeddings(ReferenceFace.photos());
    }

    @Test
    void gradientAtASyntheticImageIsTheReferences() throws IOException {
        assertGradients(ReferenceFace.synthetic());
    }

    @Test
    @Tag("data")
    void gradientAtAPhotoIsTheReferences() throws IOException {
        assertGradients(ReferenceFace.photos());
    }

    @Test
    void gradientReachesSmallFacesThroughTheResize() {
        INDArray faces = ReferenceFace.noise(2, 64);
        INDArray weights = Nd4j.createFromArray(new float[][] {ReferenceFace.loss(), ReferenceFace.loss()});
        faceNet.embed(faces);
        INDArray gradient = faceNet.backward(weights).dup();
        assertThat(gradient.shape()).isEqualTo(faces.shape());
        // along the gradient the loss changes by its norm
        double norm = gradient.norm2Number().doubleValue();
        INDArray step = gradient.mul(0.005 / norm);
        double after = faceNet.embed(faces.add(step)).mul(weights).sumNumber().doubleValue();
        double before = faceNet.embed(faces.sub(step)).mul(weights).sumNumber().doubleValue();
        assertThat((after - before) / 0.01).isCloseTo(norm, within(0.01 * norm));
    }

    @Test
    void facesThatAreNotSquareAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faceNet.embed(Nd4j.zeros(1, 3, 64, 48)))
                .withMessageContaining("square faces");
    }

    @Test
    void distanceIsEuclidean() {
        assertThat(FaceRecognizer.distance(new float[] {1, 2, 3}, new float[] {1, 5, 7}))
                .isEqualTo(5);
    }

    private static void assertEmbeddings(List<ReferenceFace> faces) {
        INDArray embeddings = faceNet.embed(ReferenceFace.batch(faces));
        for (int i = 0; i < faces.size(); i++) {
            assertThat(embeddings.getRow(i).toFloatVector())
                    .as(faces.get(i).name())
                    .containsExactly(faces.get(i).embedding(), within(TOLERANCE));
        }
    }

    private static void assertGradients(List<ReferenceFace> faces) {
        for (ReferenceFace face : faces) {
            if (face.gradient().isEmpty()) {
                continue;
            }
            faceNet.embed(new BilinearResize(150).forward(face.image()));
            INDArray gradient = faceNet.backward(Nd4j.createFromArray(new float[][] {ReferenceFace.loss()}));
            for (ReferenceFace.GradientPoint point : face.gradient()) {
                assertThat(gradient.getDouble(0, point.channel(), point.y(), point.x()) / 127.5)
                        .as(face.name() + " at " + point)
                        .isCloseTo(point.derivative(), within(2e-8));
            }
        }
    }
}
