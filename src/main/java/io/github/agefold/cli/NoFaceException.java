package io.github.agefold.cli;

/** A photo that shows no face that can be used. */
final class NoFaceException extends Exception {
    private static final long serialVersionUID = 1L;

    NoFaceException(String message) {
        super(message);
    }
}
