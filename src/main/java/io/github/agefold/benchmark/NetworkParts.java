package io.github.agefold.benchmark;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.Discriminator;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.FaceNet;
import io.github.agefold.network.Generator;
import io.github.agefold.network.NativeMemory;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a training step is made of, network by network, at a batch size. */
final class NetworkParts {
    private static final double LEARNING_RATE = 1e-5;

    private final Stopwatch watch;
    private final List<Timing> timings = new ArrayList<>();
    private final INDArray z;
    private final INDArray age;
    private final INDArray faces;
    private final INDArray slope;

    NetworkParts(int batch, Stopwatch watch) {
        this.watch = watch;
        z = Nd4j.randn(batch, Generator.LATENT);
        age = Nd4j.zeros(batch, AgeGroup.COUNT);
        for (int i = 0; i < batch; i++) {
            age.putScalar(i, i % AgeGroup.COUNT, 1);
        }
        faces = Nd4j.rand(batch, 3, Generator.SIDE, Generator.SIDE).subi(0.5);
        slope = Nd4j.randn(faces.shape()).muli(1e-3);
    }

    List<Timing> measure(FaceNet recognizer, AgeEstimator estimator) {
        generator();
        discriminator();
        encoder();
        time("FaceNet forward", () -> recognizer.embed(faces));
        INDArray embeddingSlope = recognizer.embed(faces).ulike().assign(1e-3);
        time("FaceNet backward", () -> recognizer.embed(faces), () -> recognizer.backward(embeddingSlope));
        time("age estimator forward", () -> estimator.ages(faces));
        INDArray ageSlope = estimator.ages(faces).ulike().assign(1e-3);
        time("age estimator backward", () -> estimator.ages(faces), () -> estimator.backward(ageSlope));
        return List.copyOf(timings);
    }

    private void generator() {
        Generator generator = Generator.create(1, LEARNING_RATE, 0);
        time("G forward", () -> generator.generate(true, z, age));
        time("G backward", () -> generator.generate(true, z, age), () -> generator.backward(slope));
        time("G Adam", () -> generator.graph().update());
        timings.addAll(LayerTimes.measure("G", generator.graph(), slope, watch, z, age));
    }

    private void discriminator() {
        Discriminator discriminator = Discriminator.create(1, LEARNING_RATE);
        INDArray logitSlope = discriminator.judge(true, faces, age).ulike().assign(1e-3);
        time("D forward", () -> discriminator.judge(true, faces, age));
        time("D backward", () -> discriminator.judge(true, faces, age), () -> discriminator.backward(logitSlope));
        time(
                "D backward to the faces alone",
                () -> discriminator.judge(true, faces, age),
                () -> discriminator.backwardToFaces(logitSlope));
        discriminator.judge(true, faces, age);
        discriminator.backward(logitSlope);
        time("D Adam", () -> discriminator.graph().update());
        timings.addAll(LayerTimes.measure(
                "D",
                discriminator.graph(),
                logitSlope,
                watch,
                faces,
                Nd4j.zeros(age.size(0), AgeGroup.COUNT, Generator.SIDE / 2, Generator.SIDE / 2)));
    }

    private void encoder() {
        Encoder encoder = Encoder.create(1, LEARNING_RATE);
        time("E forward", () -> encoder.approximate(true, faces));
        time("E backward", () -> encoder.approximate(true, faces), () -> encoder.backward(z));
        time("E Adam", () -> encoder.graph().update());
        timings.addAll(LayerTimes.measure("E", encoder.graph(), z, watch, faces));
    }

    private void time(String name, Runnable work) {
        time(name, () -> {}, work);
    }

    /** Times work that needs other work done first, without the latter. */
    private void time(String name, Runnable before, Runnable work) {
        timings.add(new Timing(name, watch.median(before, work)));
        NativeMemory.free();
    }
}
