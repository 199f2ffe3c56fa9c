package io.github.agefold.strip;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.FaceCache;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.dataset.Split;
import io.github.agefold.face.Face;
import io.github.agefold.latent.LatentSearch;
import io.github.agefold.latent.Likeness;
import io.github.agefold.latent.Search;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.FaceNet;
import io.github.agefold.network.FaceRecognizer;
import io.github.agefold.network.Generator;
import io.github.agefold.network.NativeMemory;
import io.github.agefold.weights.NetworkWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Measures weights for their card, on validation faces, which training never sees. A developer's program, not a test:
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.github.agefold.strip.ValidationFigures
 *   -Dexec.args="../shared/data/utkface.zip runs/faces.safetensors weights 60"</pre>
 *
 * Arguments: the data, a file to keep it decoded in, the folder of weights, how many faces (a sixth of each group).
 */
public final class ValidationFigures {
    private final Generator generator;
    private final FaceNet recognizer;
    private final AgeEstimator estimator;
    private final LatentSearch latentSearch;

    private ValidationFigures(Path weights) throws IOException {
        Generator plain = Generator.create(0, 0, 0);
        NetworkWeights.read(weights.resolve("generator.safetensors"), plain.tensors());
        generator = plain.folded();
        Encoder encoder = Encoder.create(0, 0);
        NetworkWeights.read(weights.resolve("encoder.safetensors"), encoder.tensors());
        recognizer = FaceNet.load(Path.of("weights", "facenet.safetensors"));
        estimator = AgeEstimator.load(Path.of("weights", "age-estimator.safetensors"));
        latentSearch = new LatentSearch(generator, encoder, recognizer);
    }

    public static void main(String[] arguments) throws IOException {
        List<LabelledFace> faces =
                FaceCache.read(Path.of(arguments[1]), Path.of(arguments[0])).of(Split.VALIDATION);
        ValidationFigures figures = new ValidationFigures(Path.of(arguments[2]));
        List<LabelledFace> chosen = choose(faces, Integer.parseInt(arguments[3]) / AgeGroup.COUNT);
        System.out.println(chosen.size() + " validation faces");
        for (Search search : Search.values()) {
            figures.measure(search, chosen);
        }
    }

    private static List<LabelledFace> choose(List<LabelledFace> faces, int ofEachGroup) {
        List<LabelledFace> chosen = new ArrayList<>();
        for (AgeGroup group : AgeGroup.ALL) {
            List<LabelledFace> members = new ArrayList<>(
                    faces.stream().filter(f -> f.group() == group).toList());
            Collections.shuffle(members, new Random(1));
            chosen.addAll(members.subList(0, Math.min(ofEachGroup, members.size())));
        }
        return chosen;
    }

    private void measure(Search search, List<LabelledFace> faces) {
        int accepted = 0;
        double distances = 0;
        double squares = 0;
        double[] columnAges = new double[AgeGroup.COUNT];
        int[] columnHits = new int[AgeGroup.COUNT];
        int[] columnAccepted = new int[AgeGroup.COUNT];
        long nanoseconds = 0;
        for (LabelledFace labelled : faces) {
            Face face = labelled.face();
            INDArray original = Nd4j.createFromArray(face.pixels()).reshape(1, 3, Face.SIDE, Face.SIDE);
            long begin = System.nanoTime();
            Likeness likeness = latentSearch.find(face, labelled.group(), search, step -> {}, () -> false);
            nanoseconds += System.nanoTime() - begin;
            NativeMemory.free();
            INDArray columns = likeness.everyAge(generator);
            int own = labelled.group().ordinal();
            double norm = columns.slice(own)
                    .sub(original.reshape(3, Face.SIDE, Face.SIDE))
                    .norm2Number()
                    .doubleValue();
            squares += norm * norm / Face.LENGTH;
            float[] person = recognizer.embed(original).toFloatVector();
            float[][] embeddings = recognizer.embed(columns).toFloatMatrix();
            float[] ages = estimator.estimate(columns);
            for (int i = 0; i < AgeGroup.COUNT; i++) {
                double distance = FaceRecognizer.distance(person, embeddings[i]);
                columnAges[i] += ages[i] / faces.size();
                columnHits[i] += AgeGroup.of(Math.max(0, ages[i])).ordinal() == i ? 1 : 0;
                columnAccepted[i] += distance < recognizer.samePersonDistance() ? 1 : 0;
                distances += i == own ? distance / faces.size() : 0;
                accepted += i == own && distance < recognizer.samePersonDistance() ? 1 : 0;
            }
        }
        int count = faces.size();
        System.out.printf(
                Locale.ROOT,
                "%s: accepted %.1f %%, mean distance %.3f, PSNR %.1f dB, %.2f s a face%n",
                search,
                100.0 * accepted / count,
                distances,
                10 * Math.log10(4 / (squares / count)),
                nanoseconds / 1e9 / count);
        for (AgeGroup group : AgeGroup.ALL) {
            int i = group.ordinal();
            System.out.printf(
                    Locale.ROOT,
                    "  %-6s mean estimated age %.1f, in its group %.0f %%, accepted %.0f %%%n",
                    group.id(),
                    columnAges[i],
                    100.0 * columnHits[i] / count,
                    100.0 * columnAccepted[i] / count);
        }
    }
}
