package io.github.agefold.weights;

import java.io.IOException;

/** A weights file that cannot be used. The message names the file, what was found, and the remedy. */
public class WeightsException extends IOException {
    private static final long serialVersionUID = 1L;

    public WeightsException(String message) {
        super(message);
    }

    public WeightsException(String message, Throwable cause) {
        super(message, cause);
    }
}
