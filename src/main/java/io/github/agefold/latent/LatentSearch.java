package io.github.agefold.latent;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.FaceRecognizer;
import io.github.agefold.network.Generator;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Finds the latent vector of a face: the encoder's approximation z0, then z* by optimisation from there. */
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
     * @return z, [1, 100]
     * @throws CancellationException if {@code stop} said so
     */
    public INDArray find(
            Face face, AgeGroup group, Search search, Consumer<SearchStep> progress, BooleanSupplier stop) {
        INDArray photo = array(face);
        INDArray age = Nd4j.createFromArray(new float[][] {group.oneHot()});
        INDArray z = encoder.approximate(false, photo).dup();
        if (search == Search.Z0) {
            INDArray made = generator.generate(false, z, age);
            progress.accept(new SearchStep(0, 0, PixelLoss.distance(photo, made), face(made)));
            return z;
        }
        LatentLoss loss = search == Search.PIXEL ? new PixelLoss(photo) : new IdentityLoss(photo, recognizer);
        Evaluations evaluations = new Evaluations(age, loss, progress, stop);
        new Lbfgs().minimize(evaluations, z.dup().data().asDouble(), loss.iterations() + 1);
        return row(evaluations.best);
    }

    /** The loss as a function of z. It shows each face on the way, and remembers the best z. */
    private final class Evaluations implements Lbfgs.Objective {
        private final INDArray age;
        private final LatentLoss loss;
        private final Consumer<SearchStep> progress;
        private final BooleanSupplier stop;
        private double[] best = new double[0];
        private double smallest = Double.POSITIVE_INFINITY;
        private int count;

        Evaluations(INDArray age, LatentLoss loss, Consumer<SearchStep> progress, BooleanSupplier stop) {
            this.age = age;
            this.loss = loss;
            this.progress = progress;
            this.stop = stop;
        }

        @Override
        public Lbfgs.Point at(double[] z) {
            if (stop.getAsBoolean()) {
                throw new CancellationException("the search was stopped at iteration " + count);
            }
            INDArray made = generator.generate(false, row(z), age);
            LatentLoss.Value value = loss.of(made);
            progress.accept(new SearchStep(count++, loss.iterations(), value.loss(), face(made)));
            if (value.loss() < smallest) {
                smallest = value.loss();
                best = z.clone();
            }
            INDArray gradient = generator.backward(value.faceGradient());
            return new Lbfgs.Point(value.loss(), gradient.dup().data().asDouble());
        }
    }

    private static INDArray row(double[] z) {
        return Nd4j.createFromArray(new double[][] {z}).castTo(DataType.FLOAT);
    }

    /** [1, 3, 64, 64]. */
    static INDArray array(Face face) {
        return Nd4j.createFromArray(face.pixels()).reshape(1, 3, Face.SIDE, Face.SIDE);
    }

    private static Face face(INDArray made) {
        return new Face(made.dup('c').data().asFloat());
    }
}
