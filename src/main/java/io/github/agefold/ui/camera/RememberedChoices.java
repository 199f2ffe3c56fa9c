package io.github.agefold.ui.camera;

import java.util.prefs.Preferences;

/** What the user set, from one start of the program to the next. */
final class RememberedChoices {
    private static final String MIRRORED = "camera.mirrored";
    private static final String STEADINESS = "camera.steadiness";

    private RememberedChoices() {}

    /** Takes up what was set last time, and keeps what is set from now on. */
    static void bind(CameraProperties camera, Preferences preferences) {
        camera.mirroredProperty()
                .set(preferences.getBoolean(MIRRORED, camera.mirroredProperty().get()));
        camera.steadinessProperty()
                .set(preferences.getDouble(
                        STEADINESS, camera.steadinessProperty().get()));
        camera.mirroredProperty().addListener((p, was, is) -> preferences.putBoolean(MIRRORED, is));
        camera.steadinessProperty().addListener((p, was, is) -> preferences.putDouble(STEADINESS, is.doubleValue()));
    }
}
