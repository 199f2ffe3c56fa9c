package io.github.agefold.ui;

/** There is nothing to open a window on. The message is one sentence for the user that names the command line. */
public final class NoDisplayException extends Exception {
    private static final long serialVersionUID = 1L;

    NoDisplayException(Throwable cause) {
        super(
                "There is no display to open a window on. Use the command line: agefold age PHOTO --out strip.png",
                cause);
    }
}
