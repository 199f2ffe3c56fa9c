package io.github.agefold.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.stream.Stream;

/** What went wrong, as one sentence for the person at the shell. */
final class Failure {
    private static final int MOST_CAUSES = 10;

    private Failure() {}

    /** Libraries wrap it in exceptions of their own, which tell of whatever they were doing. */
    private static boolean isOutOfMemory(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(OutOfMemoryError.class::isInstance);
    }

    static String sentence(Throwable failure) {
        if (isOutOfMemory(failure)) {
            return "There is not enough memory. Close other programs, or give Java more with -Xmx.";
        }
        if (failure instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is a file where a folder should be. Choose another place.";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " cannot be written or read: permission denied. Choose another place.";
        }
        if (failure instanceof FileSystemException file) {
            String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            return file.getFile() + ": " + reason + ". Check the path, and that there is room.";
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? "Something unforeseen happened: " + failure : message;
    }
}
