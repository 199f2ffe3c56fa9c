package io.github.agefold.strip;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.AlignedFace;
import io.github.agefold.face.DetectedFace;
import io.github.agefold.face.Face;
import io.github.agefold.face.FaceAligner;
import io.github.agefold.face.FaceDetector;
import io.github.agefold.latent.LatentSearch;
import io.github.agefold.latent.Likeness;
import io.github.agefold.latent.Search;
import io.github.agefold.latent.SearchStep;
import io.github.agefold.live.AgeCganByFrame;
import io.github.agefold.live.LiveNetworks;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.BlazeFace;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.FaceLandmarks;
import io.github.agefold.network.FaceNet;
import io.github.agefold.network.FaceRecognizer;
import io.github.agefold.network.Generator;
import io.github.agefold.network.NativeMemory;
import io.github.agefold.photo.Photo;
import io.github.agefold.prototype.Prototypes;
import io.github.agefold.weights.NetworkWeights;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@link Aging} by Age-cGAN: detect, align, find z, generate six ages, and look at what came out. With prototypes in place of the generator
 * it shows what averages alone can do.
 */
public final class AgingNetworks implements Aging {
    private final FaceDetector detector;
    private final FaceAligner aligner;
    private final Generator generator;
    private final FaceRecognizer recognizer;
    private final AgeEstimator estimator;
    private final LatentSearch latentSearch;
    private final LiveNetworks live;
    private final @Nullable Prototypes prototypes;

    private AgingNetworks(
            FaceDetector detector,
            FaceAligner aligner,
            Generator generator,
            Encoder encoder,
            FaceRecognizer recognizer,
            AgeEstimator estimator,
            @Nullable Prototypes prototypes) {
        this.detector = detector;
        this.aligner = aligner;
        this.generator = generator;
        this.recognizer = recognizer;
        this.estimator = estimator;
        this.latentSearch = new LatentSearch(generator, encoder, recognizer);
        this.live = new AgeCganByFrame(detector, aligner, encoder, generator);
        this.prototypes = prototypes;
    }

    /**
     * @param shipped folder of the application's own weights: the pretrained face networks
     * @param trained folder of the generator and the encoder to use: the same, or a training run's
     * @throws io.github.agefold.weights.WeightsException if a file is absent, broken, or another network's
     */
    public static AgingNetworks load(Path shipped, Path trained) throws IOException {
        return load(shipped, trained, false);
    }

    /** The same by prototyping: searches make no difference then. */
    public static AgingNetworks loadPrototyping(Path shipped, Path trained) throws IOException {
        return load(shipped, trained, true);
    }

    private static AgingNetworks load(Path shipped, Path trained, boolean prototyping) throws IOException {
        WeightsFolder own = WeightsFolder.open(trained);
        Generator generator = Generator.create(0, 0, 0);
        NetworkWeights.read(own.file("generator"), generator.tensors());
        Encoder encoder = Encoder.create(0, 0);
        NetworkWeights.read(own.file("encoder"), encoder.tensors());
        WeightsFolder pretrained = WeightsFolder.open(shipped);
        return new AgingNetworks(
                new FaceDetector(BlazeFace.load(pretrained.file("blazeface"))),
                new FaceAligner(FaceLandmarks.load(pretrained.file("face-landmarks"))),
                generator.folded(),
                encoder,
                FaceNet.load(pretrained.file("facenet")),
                AgeEstimator.load(pretrained.file("age-estimator")),
                prototyping
                        ? Prototypes.read((own.has(Prototypes.FILE) ? own : pretrained).file(Prototypes.FILE))
                        : null);
    }

    @Override
    public List<DetectedFace> detect(Photo photo) {
        return detector.detect(photo);
    }

    @Override
    public AgeStrip age(
            Photo photo, DetectedFace face, Search search, Consumer<SearchStep> progress, BooleanSupplier stop) {
        AlignedFace aligned = aligner.align(photo, face);
        try {
            return age(aligned, search, progress, stop);
        } finally {
            NativeMemory.free();
        }
    }

    @Override
    public LiveNetworks live() {
        return live;
    }

    private AgeStrip age(AlignedFace aligned, Search search, Consumer<SearchStep> progress, BooleanSupplier stop) {
        long begin = System.nanoTime();
        INDArray original = Nd4j.createFromArray(aligned.face().pixels()).reshape(1, 3, Face.SIDE, Face.SIDE);
        float estimatedAge = estimator.estimate(original)[0];
        AgeGroup group = AgeGroup.of(Math.max(0, estimatedAge));
        long found = System.nanoTime();
        INDArray faces;
        if (prototypes != null) {
            faces = prototypes.columns(aligned.face(), group);
        } else {
            Likeness likeness = latentSearch.find(aligned.face(), group, search, progress, stop);
            found = System.nanoTime();
            faces = likeness.everyAge(generator);
        }
        List<AgedFace> columns = columns(original, faces, found);
        return new AgeStrip(aligned, estimatedAge, columns, (System.nanoTime() - begin) / 1_000_000);
    }

    /** A person's faces, youngest group first, with what the estimator and the recogniser say of each. */
    private List<AgedFace> columns(INDArray original, INDArray faces, long begin) {
        float[] ages = estimator.estimate(faces);
        float[] person = recognizer.embed(original).toFloatVector();
        float[][] embeddings = recognizer.embed(faces).toFloatMatrix();
        double share = (System.nanoTime() - begin) / 1e6 / AgeGroup.COUNT;
        List<AgedFace> columns = new ArrayList<>();
        for (AgeGroup group : AgeGroup.ALL) {
            int i = group.ordinal();
            float[] pixels = faces.slice(i).dup('c').data().asFloat();
            columns.add(new AgedFace(
                    group, new Face(pixels), ages[i], FaceRecognizer.distance(person, embeddings[i]), share));
        }
        return columns;
    }
}
