package io.github.agefold.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FaceLandmarksTest {
    private static final float PIXELS = 0.05f;

    @Test
    void syntheticImagesGetTheReferenceLandmarks() throws IOException {
        assertLandmarks(ReferenceFace.synthetic());
    }

    @Test
    @Tag("data")
    void photosGetTheReferenceLandmarks() throws IOException {
        assertLandmarks(ReferenceFace.photos());
    }

    private static void assertLandmarks(List<ReferenceFace> faces) throws IOException {
        FaceLandmarks landmarks = FaceLandmarks.load(Path.of("weights", "face-landmarks.safetensors"));
        float[][] points = landmarks.locate(ReferenceFace.batch(faces));
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points[i].length; j++) {
                points[i][j] *= ReferenceFace.SIDE;
            }
            assertThat(points[i])
                    .as(faces.get(i).name())
                    .containsExactly(faces.get(i).landmarks(), within(PIXELS));
        }
    }
}
