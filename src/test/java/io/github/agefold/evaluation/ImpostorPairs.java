package io.github.agefold.evaluation;

import io.github.agefold.dataset.FaceCache;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.dataset.Split;
import io.github.agefold.face.Face;
import io.github.agefold.network.FaceNet;
import io.github.agefold.network.FaceRecognizer;
import io.github.agefold.network.FaceRes;
import io.github.agefold.network.NativeMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where FaceRes's thresholds come from: pairs of different validation photos of the same age group, gender and race, nearly all of them of
 * two persons. FaceNet lets a share of them through at each of its thresholds; FaceRes's is where it lets the same share through.
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.github.agefold.evaluation.ImpostorPairs
 *   -Dexec.args="../shared/data/utkface.zip runs/faces.safetensors"</pre>
 */
public final class ImpostorPairs {
    private static final Pattern ATTRIBUTES = Pattern.compile("\\d+_(\\d)_(\\d)_.*");
    private static final int BATCH = 8;

    private ImpostorPairs() {}

    /** @param arguments the data, and a file to keep it decoded in */
    public static void main(String[] arguments) throws IOException {
        List<LabelledFace> faces =
                FaceCache.read(Path.of(arguments[1]), Path.of(arguments[0])).of(Split.VALIDATION);
        FaceNet faceNet = FaceNet.load(Path.of("weights", "facenet.safetensors"));
        FaceRes faceRes = FaceRes.load(Path.of("weights", "faceres.safetensors"));
        double[] byFaceNet =
                distances(faces, embeddings(faces, batch -> faceNet.embed(batch).toFloatMatrix()));
        double[] byFaceRes = distances(faces, embeddings(faces, faceRes::embed));
        System.out.printf(
                Locale.ROOT,
                "%d faces, %d pairs; mean distance: FaceNet %.3f, FaceRes %.3f%n",
                faces.size(),
                byFaceNet.length,
                Arrays.stream(byFaceNet).average().orElseThrow(),
                Arrays.stream(byFaceRes).average().orElseThrow());
        Arrays.sort(byFaceRes);
        for (double threshold : new double[] {faceNet.samePersonDistance(), 0.734}) {
            long let = Arrays.stream(byFaceNet).filter(d -> d < threshold).count();
            System.out.printf(
                    Locale.ROOT,
                    "FaceNet at %.3f lets %d through, %.2f %%; FaceRes the same at %.4f%n",
                    threshold,
                    let,
                    100.0 * let / byFaceNet.length,
                    byFaceRes[(int) let]);
        }
    }

    private static float[][] embeddings(List<LabelledFace> faces, Function<INDArray, float[][]> recognizer) {
        long begin = System.nanoTime();
        List<float[]> all = new ArrayList<>();
        for (int from = 0; from < faces.size(); from += BATCH) {
            List<LabelledFace> some = faces.subList(from, Math.min(from + BATCH, faces.size()));
            INDArray[] arrays = some.stream()
                    .map(f -> Nd4j.createFromArray(f.face().pixels()).reshape(1, 3, Face.SIDE, Face.SIDE))
                    .toArray(INDArray[]::new);
            all.addAll(Arrays.asList(recognizer.apply(Nd4j.concat(0, arrays))));
            if (from % (16 * BATCH) == 0) {
                NativeMemory.free();
            }
        }
        System.out.printf(Locale.ROOT, "%.1f ms a face%n", (System.nanoTime() - begin) / 1e6 / faces.size());
        return all.toArray(float[][]::new);
    }

    private static double[] distances(List<LabelledFace> faces, float[][] embeddings) {
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (alike(faces.get(i)).equals(alike(faces.get(j)))) {
                    distances.add(FaceRecognizer.distance(embeddings[i], embeddings[j]));
                }
            }
        }
        return distances.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Object> alike(LabelledFace face) {
        Matcher matcher = ATTRIBUTES.matcher(face.name());
        // a face whose name lacks the attributes is like no other
        return matcher.matches() ? List.of(face.group(), matcher.group(1), matcher.group(2)) : List.of(face.name());
    }
}
