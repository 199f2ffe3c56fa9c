package io.github.agefold.photo;

import java.io.IOException;

/** A file that gives no photo. The message is for the user: it names the file, what was found, and the remedy. */
public class UnreadablePhotoException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreadablePhotoException(String message) {
        super(message);
    }

    public UnreadablePhotoException(String message, Throwable cause) {
        super(message, cause);
    }
}
