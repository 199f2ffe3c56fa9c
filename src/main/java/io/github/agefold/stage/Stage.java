package io.github.agefold.stage;

import io.github.agefold.network.AgeCgan;
import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One of Age-cGAN's training stages: it takes steps, and its state can be kept and restored. */
interface Stage {
    /** How files and plots call it. */
    String name();

    /**
     * Trains on one batch.
     *
     * @param random where the step's chance comes from, besides ND4J's generator, which the run seeds for each step
     * @return the losses by name
     */
    Map<String, Double> step(long step, Random random);

    /** Everything that the next step depends on, by name: views, so that assigning to them restores the stage. */
    Map<String, INDArray> state();

    /** Tells the updaters how many steps were taken before. */
    void resumeAt(long step);

    /** Hands over what was learned. */
    void finish(AgeCgan networks);

    /** The faces that the stage shows for itself, row by row: [rows * columns, 3, 64, 64]. */
    INDArray samples();

    /** How many faces a row of {@link #samples} has. */
    int sampleColumns();
}
