package io.github.agefold.stage;

/** Who is told what a run does; on the run's thread, which waits meanwhile. */
@FunctionalInterface
public interface RunListener {
    /** A step was taken. */
    void step(LossPoint point);

    /** A stage begins, or goes on after a checkpoint. */
    default void begun(StagePlan stage) {}

    /** Samples are written, between checkpoints. */
    default void sampled(String stage, long step) {}

    /** A checkpoint, its samples and its weights are written. */
    default void saved(String stage, long step) {}

    /** The run is saved and waits to be resumed. */
    default void paused() {}

    /** Something looks wrong: one sentence for the user. The run goes on. */
    default void warned(String sentence) {}
}
