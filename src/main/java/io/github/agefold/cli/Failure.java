package io.github.agefold.cli;

import io.github.agefold.log.LogFolder;
import io.github.agefold.network.NativeMemory;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, as one sentence for the person at the shell. */
final class Failure {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private Failure() {}

    /** The log keeps the rest of what is not the user's to mend. */
    static String sentence(Throwable failure) {
        if (NativeMemory.ranOut(failure)) {
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
        if (failure instanceof IOException || failure instanceof NoFaceException) {
            return message == null || message.isBlank() ? "Something unforeseen happened: " + failure : message;
        }
        LOG.error("unexpected", failure);
        return "Something unforeseen happened ("
                + (message == null ? failure.getClass().getSimpleName() : message) + "). More is in "
                + LogFolder.words() + ".";
    }
}
