package io.github.agefold.cli;

import io.github.agefold.photo.UnreadablePhotoException;
import io.github.agefold.weights.WeightsException;

/** What the command line tells the shell, mildest first. */
enum ExitCode {
    DONE(0),
    USAGE(2),
    NO_FACE(3),
    UNREADABLE_IMAGE(4),
    BAD_WEIGHTS(5),
    OTHER(1);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ExitCode of(Throwable failure) {
        if (failure instanceof NoFaceException) {
            return NO_FACE;
        }
        if (failure instanceof UnreadablePhotoException) {
            return UNREADABLE_IMAGE;
        }
        return failure instanceof WeightsException ? BAD_WEIGHTS : OTHER;
    }

    ExitCode worse(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
