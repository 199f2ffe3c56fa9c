package io.github.agefold.ui;

import io.github.agefold.ui.control.FileDialogs;
import java.nio.file.Path;
import java.util.Optional;

/** A user who cancels every dialog; tests answer those that they are about. */
public class NoDialogs implements FileDialogs {
    @Override
    public Optional<Path> openPhoto() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> savePicture(String suggestedName) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> openFolder(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> openFile(String title, String kind, String... endings) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName) {
        return Optional.empty();
    }
}
