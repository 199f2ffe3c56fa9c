package io.github.agefold.stage;

import io.github.agefold.network.TrainableNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The exponential average of a network's parameters over its steps: it makes steadier faces than any single step's. It starts out
 * short, so that the first, random weights are soon forgotten.
 *
 * @param <N> the network
 */
final class ParameterAverage<N extends TrainableNetwork> {
    private static final double DECAY = 0.998;
    private static final int WARM_UP = 10;

    private final N followed;
    private final N average;

    /**
     * @param followed the network that is trained
     * @param average another of the same shape, which becomes the average
     */
    ParameterAverage(N followed, N average) {
        this.followed = followed;
        this.average = average;
        average.graph().params().assign(followed.graph().params());
    }

    /** Takes in the network as it is after a step. */
    void follow(long step) {
        double decay = Math.min(DECAY, (1.0 + step) / (WARM_UP + step));
        INDArray mean = average.graph().params();
        // in place: a temporary copy of 35 million numbers would cost more than the sum
        Nd4j.getBlasWrapper().level1().scal(mean.length(), decay, mean);
        Nd4j.getBlasWrapper()
                .level1()
                .axpy(mean.length(), 1 - decay, followed.graph().params(), mean);
    }

    N network() {
        return average;
    }
}
