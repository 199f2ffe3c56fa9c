package io.github.agefold.camera;

import java.io.IOException;

/** A camera or a film gives no pictures. The message is one sentence for the user: what, and what to do. */
public final class CameraException extends IOException {
    private static final long serialVersionUID = 1L;

    public CameraException(String message) {
        super(message);
    }
}
