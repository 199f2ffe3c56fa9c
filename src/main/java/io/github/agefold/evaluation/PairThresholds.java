package io.github.agefold.evaluation;

import io.github.agefold.dataset.DatasetException;
import io.github.agefold.dataset.PhotoFraming;
import io.github.agefold.evaluation.VerificationPairs.Pair;
import io.github.agefold.face.Face;
import io.github.agefold.network.FaceRecognizer;
import io.github.agefold.network.NativeMemory;
import io.github.agefold.photo.PhotoReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Sets the judges' threshold for one person on pairs of photos whose persons are known. */
final class PairThresholds {
    private static final int PHOTOS_BETWEEN_COLLECTIONS = 16;

    private final EvaluationNetworks networks;
    private final PhotoFraming framing;
    private final PhotoReader reader = new PhotoReader();

    /** Embeddings of each judge, or none where a photo cannot be used: photos are in several pairs. */
    private final Map<Path, Optional<float[][]>> known = new HashMap<>();

    PairThresholds(EvaluationNetworks networks, PhotoFraming framing) {
        this.networks = networks;
        this.framing = framing;
    }

    /**
     * @return the judges with the threshold that tells the most pairs apart; the one across ages stays
     * @throws DatasetException if no pair of a kind can be used
     */
    List<Judge> set(List<Judge> judges, List<Pair> pairs, Consumer<EvaluationProgress> progress, BooleanSupplier stop)
            throws IOException {
        List<Pair> usable = new ArrayList<>();
        List<double[]> distances = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (stop.getAsBoolean()) {
                throw new CancellationException("the evaluation was stopped");
            }
            progress.accept(new EvaluationProgress("pairs", i, pairs.size()));
            Optional<float[][]> first = embeddings(pairs.get(i).first());
            Optional<float[][]> second = embeddings(pairs.get(i).second());
            if (first.isPresent() && second.isPresent()) {
                double[] ofJudges = new double[judges.size()];
                for (int j = 0; j < ofJudges.length; j++) {
                    ofJudges[j] = FaceRecognizer.distance(first.get()[j], second.get()[j]);
                }
                usable.add(pairs.get(i));
                distances.add(ofJudges);
            }
        }
        if (usable.stream().allMatch(Pair::genuine) || usable.stream().noneMatch(Pair::genuine)) {
            throw new DatasetException("Of " + pairs.size() + " pairs only " + usable.size()
                    + " can be used, all of one kind: photos are absent or show no single face. Use the whole set.");
        }
        boolean[] genuine = new boolean[usable.size()];
        for (int i = 0; i < genuine.length; i++) {
            genuine[i] = usable.get(i).genuine();
        }
        List<Judge> set = new ArrayList<>();
        for (int j = 0; j < judges.size(); j++) {
            int judge = j;
            double threshold = VerificationPairs.bestThreshold(
                    distances.stream().mapToDouble(d -> d[judge]).toArray(), genuine);
            Judge before = judges.get(j);
            set.add(new Judge(
                    before.name(),
                    before.impartial(),
                    threshold,
                    before.crossAge(),
                    "most of " + usable.size() + " pairs told apart (of " + pairs.size() + ")"));
        }
        return set;
    }

    private Optional<float[][]> embeddings(Path photo) {
        return known.computeIfAbsent(photo, this::embed);
    }

    private Optional<float[][]> embed(Path photo) {
        if (known.size() % PHOTOS_BETWEEN_COLLECTIONS == 0) {
            NativeMemory.free();
        }
        try {
            float[] pixels = framing.frame(reader.read(photo)).pixels();
            INDArray face = Nd4j.createFromArray(pixels).reshape(1, 3, Face.SIDE, Face.SIDE);
            float[][][] all = networks.embed(face);
            float[][] ofJudges = new float[all.length][];
            for (int j = 0; j < all.length; j++) {
                ofJudges[j] = all[j][0];
            }
            return Optional.of(ofJudges);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
