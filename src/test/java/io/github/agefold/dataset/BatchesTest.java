package io.github.agefold.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class BatchesTest {
    @Test
    void everyGroupHasTheSameShareHoweverFewFacesItHas() throws DatasetException {
        List<LabelledFace> faces = oneOfEachGroup();
        for (int i = 0; i < 50; i++) {
            faces.add(face(25, 0));
        }
        INDArray age = new Batches(faces).draw(new Random(1), 24).age();
        assertThat(age.sum(0).toFloatVector()).containsOnly(4);
    }

    @Test
    void sameSeedDrawsTheSameBatch() throws DatasetException {
        Batches batches = new Batches(oneOfEachGroup());
        assertThat(batches.draw(new Random(7), 12).faces())
                .isEqualTo(batches.draw(new Random(7), 12).faces());
    }

    @Test
    void facesAreTurnedLeftToRightAboutHalfOfTheTime() throws DatasetException {
        Batches batches = new Batches(oneOfEachGroup());
        INDArray faces = batches.draw(new Random(2), 240).faces();
        int turned = 0;
        for (int i = 0; i < 240; i++) {
            float left = faces.getFloat(i, 0, 10, 0);
            float right = faces.getFloat(i, 0, 10, 63);
            assertThat(left + right).isEqualTo(0);
            turned += left > right ? 1 : 0;
        }
        assertThat(turned).isBetween(80, 160);
    }

    @Test
    void groupWithoutAnyFaceIsNamed() {
        List<LabelledFace> faces = oneOfEachGroup();
        faces.remove(5);
        assertThatThrownBy(() -> new Batches(faces))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("60+");
    }

    private static List<LabelledFace> oneOfEachGroup() {
        List<LabelledFace> faces = new ArrayList<>();
        AgeGroup.ALL.forEach(g -> faces.add(face(g.youngest(), g.ordinal())));
        return faces;
    }

    /** Black on the left edge, white on the right one. */
    private static LabelledFace face(int age, int shade) {
        byte[] pixels = new byte[Face.LENGTH];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % Face.SIDE;
            pixels[i] = (byte) (x == 0 ? 0 : x == Face.SIDE - 1 ? 255 : shade);
        }
        return new LabelledFace(age + ".png", age, pixels);
    }
}
