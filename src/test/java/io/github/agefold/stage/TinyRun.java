package io.github.agefold.stage;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.dataset.Split;
import io.github.agefold.face.Face;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.FaceNet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A run of a few steps on faces drawn by chance; as a program, it trains in the folder that it is given. */
public final class TinyRun {
    private TinyRun() {}

    public static void main(String[] arguments) throws IOException {
        training(new RunFolder(Path.of(arguments[0]))).run(point -> {}, () -> false);
    }

    static TrainingRun training(RunFolder folder) throws IOException {
        return new TrainingRun(
                folder,
                faces(2),
                options(),
                FaceNet.load(Path.of("weights", "facenet.safetensors")),
                AgeEstimator.load(Path.of("weights", "age-estimator.safetensors")));
    }

    /** Four steps of stage 2, whose checkpoints are the smallest, one after each step. */
    static TrainingOptions options() {
        TrainingOptions defaults = TrainingOptions.defaults();
        return defaults.with(List.of(2), List.of(2.0), 6, 1, defaults.rates(), defaults.lossWeights(), 0);
    }

    /** Faces of each group that are all in the training part. */
    static FaceSet faces(int ofAGroup) {
        Random random = new Random(3);
        List<LabelledFace> faces = new ArrayList<>();
        for (AgeGroup group : AgeGroup.ALL) {
            int made = 0;
            for (int i = 0; made < ofAGroup; i++) {
                String name = group.youngest() + "_" + i + ".png";
                if (Split.of(name) == Split.TRAIN) {
                    byte[] pixels = new byte[Face.LENGTH];
                    random.nextBytes(pixels);
                    faces.add(new LabelledFace(name, group.youngest(), pixels));
                    made++;
                }
            }
        }
        return new FaceSet(faces, Map.of());
    }
}
