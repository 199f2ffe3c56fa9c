package io.github.agefold.dataset;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Data that cannot be trained on. The message names it, what was found, and the remedy. */
public class DatasetException extends IOException {
    private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
