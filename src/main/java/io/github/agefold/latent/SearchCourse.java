package io.github.agefold.latent;

import io.github.agefold.face.Face;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A search under way: it shows each face, remembers the best point, and ends when it is asked to. */
final class SearchCourse {
    private final int iterations;
    private final Consumer<SearchStep> progress;
    private final BooleanSupplier stop;
    private int taken;

    /**
     * @param iterations at most
     * @param progress told of each
     * @param stop asked before each
     */
    SearchCourse(int iterations, Consumer<SearchStep> progress, BooleanSupplier stop) {
        this.iterations = iterations;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * What a loss says of a point.
     *
     * @param loss the loss
     * @param gradient at the point, of its length
     * @param reconstruction [1, 3, 64, 64]
     */
    record Evaluation(double loss, INDArray gradient, INDArray reconstruction) {}

    /**
     * Makes a loss small.
     *
     * @param evaluations how often the loss is asked, at most
     * @param start where from
     * @return the best point
     * @throws CancellationException if {@code stop} said so
     */
    double[] minimize(int evaluations, double[] start, Function<double[], Evaluation> loss) {
        Best best = new Best(start);
        new Lbfgs()
                .minimize(
                        point -> {
                            if (stop.getAsBoolean()) {
                                throw new CancellationException("the search was stopped at iteration " + taken);
                            }
                            Evaluation evaluation = loss.apply(point);
                            progress.accept(new SearchStep(
                                    taken++, iterations, evaluation.loss(), face(evaluation.reconstruction())));
                            best.see(point, evaluation.loss());
                            INDArray gradient = evaluation.gradient().castTo(DataType.DOUBLE);
                            return new Lbfgs.Point(
                                    evaluation.loss(), gradient.dup('c').data().asDouble());
                        },
                        start,
                        evaluations);
        return best.point;
    }

    static Face face(INDArray made) {
        return new Face(made.dup('c').data().asFloat());
    }

    private static final class Best {
        private double[] point;
        private double loss = Double.POSITIVE_INFINITY;

        Best(double[] start) {
            point = start;
        }

        void see(double[] candidate, double value) {
            if (value < loss) {
                loss = value;
                point = candidate.clone();
            }
        }
    }
}
