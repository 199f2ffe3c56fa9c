package io.github.agefold.stage;

import java.io.IOException;

/** A run that cannot be started or cannot go on. The message says what was found and the remedy. */
public class TrainingException extends IOException {
    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }
}
