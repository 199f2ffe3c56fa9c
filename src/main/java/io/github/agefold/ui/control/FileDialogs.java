package io.github.agefold.ui.control;

import java.nio.file.Path;
import java.util.Optional;

/** Where the user points at files. The system's dialogs cannot be driven by a test; this can be answered by one. */
public interface FileDialogs {
    /** A photo to open; empty if the user changed their mind, as below. */
    Optional<Path> openPhoto();

    /** A PNG file to write. */
    Optional<Path> savePicture(String suggestedName);

    /** A folder to write into. */
    Optional<Path> folder();

    /** A folder to read from. */
    Optional<Path> openFolder(String title);

    /**
     * A file to read.
     *
     * @param kind what the files are called together
     * @param endings without the dot
     */
    Optional<Path> openFile(String title, String kind, String... endings);

    /** A file to write; its ending is that of the suggested name. */
    Optional<Path> saveFile(String title, String suggestedName);
}
