package io.github.agefold.ui.control;

import java.nio.file.Path;
import java.util.Optional;

/** Where the user points at files. The system's dialogs cannot be driven by a test; this can be answered by one. */
public interface FileDialogs {
    /** A photo to open; empty if the user changed their mind, as below. */
    Optional<Path> openPhoto();

    /** A film to show in place of a camera, or a picture of a folder that is one. */
    default Optional<Path> openFilm() {
        return Optional.empty();
    }

    /** A PNG file to write. */
    Optional<Path> savePicture(String suggestedName);

    /** A folder to write into. */
    Optional<Path> folder();
}
