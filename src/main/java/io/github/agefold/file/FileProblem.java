package io.github.agefold.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** What a disk refused, as one sentence for the user. */
public final class FileProblem {
    private FileProblem() {}

    /** The failure to write a file. */
    public static IOException notWritten(Path file, IOException e) {
        return new IOException("Could not write " + file + ": " + reason(e) + ".", e);
    }

    /** Makes a folder and those above it, unless it is there. */
    public static void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("Could not make the folder " + folder + ": " + reason(e) + ".", e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "writing there is not allowed";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        // writers of pictures wrap what the system says
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (isFull(String.valueOf(cause.getMessage()))) {
                return "the disk is full; free some room and try again";
            }
        }
        String words = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return words == null ? "the disk refused" : words;
    }

    /** Every system has words of its own for it, and Java no exception. */
    private static boolean isFull(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.contains("no space left")
                || lower.contains("not enough space")
                || lower.contains("quota exceeded");
    }
}
