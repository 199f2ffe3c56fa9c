package io.github.agefold.stage;

import io.github.agefold.network.Generator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The exponential average of a generator's parameters over its steps: it makes steadier faces than any single step's. It starts out
 * short, so that the first, random weights are soon forgotten.
 */
final class AverageGenerator {
    private static final double DECAY = 0.998;
    private static final int WARM_UP = 10;

    private final Generator average;

    AverageGenerator(Generator generator) {
        average = Generator.create(0, 0, 0);
        average.graph().params().assign(generator.graph().params());
    }

    /** Takes in the generator as it is after a step. */
    void follow(Generator generator, long step) {
        double decay = Math.min(DECAY, (1.0 + step) / (WARM_UP + step));
        INDArray mean = average.graph().params();
        INDArray now = generator.graph().params();
        // in place: a temporary copy of 35 million numbers would cost more than the sum
        Nd4j.getBlasWrapper().level1().scal(mean.length(), decay, mean);
        Nd4j.getBlasWrapper().level1().axpy(mean.length(), 1 - decay, now, mean);
    }

    Generator generator() {
        return average;
    }
}
