package io.github.agefold.ui.camera;

/** How the preview is. */
public enum CameraState {
    /** The page is not shown: no device is held. */
    OFF,
    OPENING,
    RUNNING,
    /** The camera gives nothing but black. */
    BLACK,
    FAILED
}
