package io.github.agefold.latent;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.FaceRecognizer;
import io.github.agefold.network.Generator;
import io.github.agefold.network.Upsampler;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Finds the latent vector of a face: the encoder's approximation z0, then z* by optimisation from there, then, where wanted, what the
 * generator itself has to change for this face.
 */
public final class LatentSearch {
    private final Generator generator;
    private final Encoder encoder;
    private final FaceRecognizer recognizer;

    /** @param generator folded: its gradients at z are wanted, one face at a time */
    public LatentSearch(Generator generator, Encoder encoder, FaceRecognizer recognizer) {
        this.generator = generator;
        this.encoder = encoder;
        this.recognizer = recognizer;
    }

    /**
     * @param face whose latent vector is wanted
     * @param group the face's own age group, at which it is reconstructed
     * @param progress told of z0 and of each iteration
     * @param stop asked before each evaluation of the loss, a few hundredths of a second apart
     * @throws CancellationException if {@code stop} said so
     */
    public Likeness find(
            Face face, AgeGroup group, Search search, Consumer<SearchStep> progress, BooleanSupplier stop) {
        INDArray photo = array(face);
        INDArray age = Nd4j.createFromArray(new float[][] {group.oneHot()});
        INDArray z = encoder.approximate(false, photo).dup();
        if (search == Search.Z0) {
            INDArray made = generator.generate(false, z, age);
            progress.accept(new SearchStep(0, 0, PixelLoss.distance(photo, made), SearchCourse.face(made)));
            return new Likeness(group, z, z, null);
        }
        if (search == Search.TUNED) {
            SeedTuning tuning = new SeedTuning(generator, recognizer, photo, z, group);
            double[] correction = new SearchCourse(SeedTuning.ITERATIONS, progress, stop)
                    .minimize(SeedTuning.ITERATIONS + 1, new double[Upsampler.SEED], x -> tuning.at(seed(x)));
            return new Likeness(group, z, z, seed(correction));
        }
        LatentLoss loss = search == Search.PIXEL ? new FacePixelLoss(photo) : new IdentityLoss(photo, recognizer);
        StartingPoint start = new StartingPoint(z, loss.weightOfLeavingZ0());
        // z0 itself is evaluated too
        double[] best = new SearchCourse(loss.iterations(), progress, stop)
                .minimize(loss.iterations() + 1, z.data().asDouble(), x -> {
                    INDArray at = row(x);
                    INDArray made = generator.generate(false, at, age);
                    LatentLoss.Value value = loss.of(made);
                    INDArray gradient = generator.backward(value.faceGradient()).add(start.gradient(at));
                    return new SearchCourse.Evaluation(value.loss() + start.cost(at), gradient, made);
                });
        return new Likeness(group, z, row(best), null);
    }

    private static INDArray row(double[] z) {
        return Nd4j.createFromArray(new double[][] {z}).castTo(DataType.FLOAT);
    }

    private static INDArray seed(double[] correction) {
        return Upsampler.seed(row(correction));
    }

    /** [1, 3, 64, 64]. */
    static INDArray array(Face face) {
        return Nd4j.createFromArray(face.pixels()).reshape(1, 3, Face.SIDE, Face.SIDE);
    }
}
