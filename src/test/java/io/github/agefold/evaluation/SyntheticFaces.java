package io.github.agefold.evaluation;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.face.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Faces of noise, each another. */
final class SyntheticFaces {
    private SyntheticFaces() {}

    static List<LabelledFace> ofEachGroup(int count) {
        Random random = new Random(7);
        List<LabelledFace> faces = new ArrayList<>();
        for (AgeGroup group : AgeGroup.ALL) {
            for (int i = 0; i < count; i++) {
                byte[] pixels = new byte[Face.LENGTH];
                random.nextBytes(pixels);
                int age = group.youngest() + 3;
                faces.add(new LabelledFace(age + "_" + i % 2 + "_" + i % 5 + "_" + i + ".jpg", age, pixels));
            }
        }
        return faces;
    }
}
