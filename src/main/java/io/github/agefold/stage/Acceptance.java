package io.github.agefold.stage;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.face.Face;
import io.github.agefold.network.AgeCgan;
import io.github.agefold.network.FaceRecognizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The share of validation faces whose reconstruction G(E(x), y), at the own age, the recogniser takes for the same person: the paper's
 * face verification of z0.
 */
final class Acceptance {
    private static final int FACES_OF_A_GROUP = 8;
    private static final int BATCH = 8;

    private final List<LabelledFace> faces;
    private final FaceRecognizer recognizer;
    private float @Nullable [][] persons;

    /** @param validation the first few of each group are looked at */
    Acceptance(List<LabelledFace> validation, FaceRecognizer recognizer) {
        faces = AgeGroup.ALL.stream()
                .flatMap(g -> validation.stream().filter(f -> f.group() == g).limit(FACES_OF_A_GROUP))
                .toList();
        this.recognizer = recognizer;
    }

    /** Share accepted, 0 to 1, mean distance, and of how many faces; empty without faces. */
    Map<String, Double> measure(AgeCgan networks) {
        if (faces.isEmpty()) {
            return Map.of();
        }
        if (persons == null) {
            persons = embeddings(null);
        }
        float[][] reconstructed = embeddings(networks);
        int accepted = 0;
        double sum = 0;
        for (int i = 0; i < reconstructed.length; i++) {
            double distance = FaceRecognizer.distance(persons[i], reconstructed[i]);
            accepted += distance < recognizer.samePersonDistance() ? 1 : 0;
            sum += distance;
        }
        Map<String, Double> measured = new LinkedHashMap<>();
        measured.put("accepted", (double) accepted / faces.size());
        measured.put("distance", sum / faces.size());
        measured.put("faces", (double) faces.size());
        return measured;
    }

    /** @param networks that reconstruct the faces first; null for the faces as they are */
    private float[][] embeddings(@Nullable AgeCgan networks) {
        List<float[]> embeddings = new ArrayList<>();
        for (int from = 0; from < faces.size(); from += BATCH) {
            List<LabelledFace> some = faces.subList(from, Math.min(faces.size(), from + BATCH));
            INDArray pixels = pixels(some);
            if (networks != null) {
                INDArray z = networks.encoder().approximate(false, pixels).dup();
                pixels = networks.generator().generate(false, z, ages(some));
            }
            embeddings.addAll(List.of(recognizer.embed(pixels).toFloatMatrix()));
        }
        return embeddings.toArray(float[][]::new);
    }

    private static INDArray pixels(List<LabelledFace> faces) {
        float[] values = new float[faces.size() * Face.LENGTH];
        for (int i = 0; i < faces.size(); i++) {
            System.arraycopy(faces.get(i).face().pixels(), 0, values, i * Face.LENGTH, Face.LENGTH);
        }
        return Nd4j.createFromArray(values).reshape(faces.size(), 3, Face.SIDE, Face.SIDE);
    }

    private static INDArray ages(List<LabelledFace> faces) {
        return Nd4j.createFromArray(faces.stream().map(f -> f.group().oneHot()).toArray(float[][]::new));
    }
}
