package io.github.agefold.evaluation;

import io.github.agefold.dataset.TrainingFaces;
import io.github.agefold.face.Face;
import io.github.agefold.latent.LatentSearch;
import io.github.agefold.latent.Search;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.BlazeFace;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.FaceNet;
import io.github.agefold.network.FaceRes;
import io.github.agefold.network.Generator;
import io.github.agefold.prototype.Prototypes;
import io.github.agefold.weights.NetworkWeights;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What is measured and what measures. Not thread-safe: one thread owns the networks. */
public final class EvaluationNetworks {
    /** Logit of a face, sigmoid 0.6: what the detector asks of a photo's faces too. */
    private static final double FOUND = Math.log(0.6 / 0.4);

    private final Generator generator;
    private final LatentSearch latentSearch;
    private final Prototypes prototypes;
    private final FaceNet faceNet;
    private final FaceRes faceRes;
    private final AgeEstimator estimator;
    private final BlazeFace detector;
    private final @Nullable TrainingFaces trainedOn;
    private final Map<String, String> hashes;

    private EvaluationNetworks(WeightsFolder trained, WeightsFolder pretrained) throws IOException {
        Generator plain = Generator.create(0, 0, 0);
        NetworkWeights.read(trained.file("generator"), plain.tensors());
        generator = plain.folded();
        Encoder encoder = Encoder.create(0, 0);
        NetworkWeights.read(trained.file("encoder"), encoder.tensors());
        faceNet = FaceNet.load(pretrained.file("facenet"));
        faceRes = FaceRes.load(pretrained.file("faceres"));
        estimator = AgeEstimator.load(pretrained.file("age-estimator"));
        detector = BlazeFace.load(pretrained.file("blazeface"));
        latentSearch = new LatentSearch(generator, encoder, faceNet);
        WeightsFolder withPrototypes = trained.has(Prototypes.FILE) ? trained : pretrained;
        prototypes = Prototypes.read(withPrototypes.file(Prototypes.FILE));
        trainedOn = trained.has(TrainingFaces.FILE) ? TrainingFaces.read(trained.file(TrainingFaces.FILE)) : null;
        hashes = new TreeMap<>(pretrained.hashes());
        hashes.putAll(trained.hashes());
    }

    /**
     * @param shipped folder of the application's own weights: the pretrained face networks
     * @param trained folder of the weights to measure: the same, or a training run's
     * @throws io.github.agefold.weights.WeightsException if a file is absent, broken, or another network's
     */
    public static EvaluationNetworks load(Path shipped, Path trained) throws IOException {
        return new EvaluationNetworks(WeightsFolder.open(trained), WeightsFolder.open(shipped));
    }

    /** Every search for a latent vector, then prototyping. */
    List<AgingMethod> methods() {
        List<AgingMethod> methods = new ArrayList<>();
        for (Search search : Search.values()) {
            methods.add(AgingMethod.of(search, latentSearch, generator));
        }
        methods.add(AgingMethod.of(prototypes));
        return methods;
    }

    /** The recognisers, in the order of {@link Looks#embeddings}. */
    List<Judge> judges() {
        return List.of(
                new Judge(
                        "FaceNet",
                        false,
                        faceNet.samePersonDistance(),
                        FaceNet.CROSS_AGE_DISTANCE,
                        "the network's own"),
                new Judge(
                        "FaceRes",
                        true,
                        FaceRes.SAME_PERSON_DISTANCE,
                        FaceRes.CROSS_AGE_DISTANCE,
                        "as many impostors accepted as by FaceNet"));
    }

    /** What the weights were trained on; null where they do not tell. */
    @Nullable
    TrainingFaces trainedOn() {
        return trainedOn;
    }

    /** SHA-256 of each weights file by its name. */
    Map<String, String> hashes() {
        return hashes;
    }

    /**
     * @param faces [N, 3, 64, 64], in [-1, 1]
     * @return the embeddings of each judge, [judge][face][length]
     */
    float[][][] embed(INDArray faces) {
        return new float[][][] {faceNet.embed(faces).toFloatMatrix(), faceRes.embed(faces)};
    }

    /** @param faces [N, 3, 64, 64], in [-1, 1] */
    Looks look(INDArray faces) {
        int count = (int) faces.size(0);
        float[][] features = faceRes.features(faces);
        float[][][] embeddings = {faceNet.embed(faces).toFloatMatrix(), FaceRes.unit(features)};
        double[] sharpness = new double[count];
        for (int i = 0; i < count; i++) {
            sharpness[i] = Sharpness.of(faces.slice(i).dup('c').data().asFloat());
        }
        return new Looks(embeddings, features, estimator.estimate(faces), found(faces), sharpness);
    }

    /** Each face, twice as large, in the middle of a grey picture: the detector wants to see what is around a head. */
    private boolean[] found(INDArray faces) {
        int count = (int) faces.size(0);
        INDArray pictures = Nd4j.zeros(count, 3, BlazeFace.SIDE, BlazeFace.SIDE);
        int from = BlazeFace.SIDE / 2 - Face.SIDE;
        int to = BlazeFace.SIDE / 2 + Face.SIDE;
        pictures.get(
                        NDArrayIndex.all(),
                        NDArrayIndex.all(),
                        NDArrayIndex.interval(from, to),
                        NDArrayIndex.interval(from, to))
                .assign(faces.repeat(2, 2).repeat(3, 2));
        boolean[] found = new boolean[count];
        List<BlazeFace.Sight> sights = detector.look(pictures);
        for (int i = 0; i < count; i++) {
            for (float score : sights.get(i).scores()) {
                found[i] |= score > FOUND;
            }
        }
        return found;
    }
}
