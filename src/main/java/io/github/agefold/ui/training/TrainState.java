package io.github.agefold.ui.training;

/** What the Train page is at. */
public enum TrainState {
    /** No data and no run. */
    EMPTY,
    /** Faces are being read and aligned. */
    READING,
    /** A run is being opened. */
    OPENING,
    /** There are faces; the run has not begun. */
    READY,
    RUNNING,
    /** The step that is being taken is the last before the pause. */
    PAUSING,
    /** Saved and waiting, with all in memory. */
    PAUSED,
    /** The step that is being taken is the last. */
    STOPPING,
    /** A run that can go on. */
    STOPPED,
    FINISHED,
    /** Something went wrong; a run that has a checkpoint can go on. */
    FAILED,
    /** Another program trains the run. */
    WATCHING
}
