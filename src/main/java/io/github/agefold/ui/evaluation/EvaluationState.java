package io.github.agefold.ui.evaluation;

/** Where an evaluation stands. */
public enum EvaluationState {
    /** Nothing has been measured yet. */
    IDLE,
    RUNNING,
    /** Asked to stop, not ended yet. */
    STOPPING,
    CANCELLED,
    FINISHED,
    FAILED
}
