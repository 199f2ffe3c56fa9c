package io.github.agefold.benchmark;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.FaceNet;
import io.github.agefold.network.Generator;
import io.github.agefold.photo.Photo;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Takes all times on this machine.
 *
 * @param weights folder of the application's weights
 * @param batch faces to a training step
 * @param watch how often training steps and their parts are done
 */
public record Benchmark(Path weights, int batch, Stopwatch watch) {

    /**
     * @param stage 1, 2 or 3
     * @throws IOException if weights or the temporary folder fail
     */
    public StageSpeed stage(int stage) throws IOException {
        WeightsFolder folder = WeightsFolder.open(weights);
        return StageSpeed.measure(
                stage,
                batch,
                watch,
                FaceNet.load(folder.file("facenet")),
                AgeEstimator.load(folder.file("age-estimator")));
    }

    /** The parts of training steps. */
    public List<Timing> parts() throws IOException {
        WeightsFolder folder = WeightsFolder.open(weights);
        return new NetworkParts(batch, watch)
                .measure(FaceNet.load(folder.file("facenet")), AgeEstimator.load(folder.file("age-estimator")));
    }

    /** The steps from a photo to its strip. */
    public List<PhotoSpeed> photo(Photo photo) throws IOException {
        return PhotoSpeed.measure(weights, photo, watch);
    }

    /** The other engines on the class path; none for users. */
    public static List<OtherEngine> otherEngines() {
        return ServiceLoader.load(OtherEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Agefold's own times of what other engines are compared by. */
    public Map<Work, Double> work() throws IOException {
        Map<Work, Double> times = new EnumMap<>(Work.class);
        times.put(Work.STAGE_1_STEP, stage(1).milliseconds());
        times.put(Work.STAGE_2_STEP, stage(2).milliseconds());
        Generator generator = Generator.create(1, 0, 0).folded();
        Encoder encoder = Encoder.create(1, 0);
        INDArray face = Nd4j.rand(1, 3, Generator.SIDE, Generator.SIDE).subi(0.5);
        INDArray z = Nd4j.randn(1, Generator.LATENT);
        INDArray age = Nd4j.createFromArray(new float[][] {AgeGroup.FROM_30.oneHot()});
        INDArray sameSix = z.repeat(0, AgeGroup.COUNT);
        INDArray sixAges = Nd4j.eye(AgeGroup.COUNT).castTo(z.dataType());
        times.put(Work.SIX_FACES, watch.median(() -> generator.generate(false, sameSix, sixAges)));
        times.put(Work.APPROXIMATION, watch.median(() -> encoder.approximate(false, face)));
        times.put(Work.LATENT_GRADIENT, watch.median(() -> {
            INDArray made = generator.generate(false, z, age);
            generator.backward(made.sub(face));
        }));
        return times;
    }
}
