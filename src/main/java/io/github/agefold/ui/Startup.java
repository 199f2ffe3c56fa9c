package io.github.agefold.ui;

import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What JavaFX says while it starts, told apart. */
final class Startup {
    /** Held, or its filter is lost with it: loggers are weakly kept. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Startup() {}

    /** JavaFX warns that it is on the class path, where it works as well: a user can do nothing about it. */
    static void quieten() {
        JAVAFX.setFilter(record ->
                record.getMessage() == null || !record.getMessage().contains("Unsupported JavaFX configuration"));
    }

    /** Whether the window could not open because there is no screen, or no library to draw on one. */
    static boolean isForWantOfDisplay(Throwable problem) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Unable to open DISPLAY")
                    || message.contains("no suitable pipeline found")
                    || cause instanceof UnsatisfiedLinkError) {
                return true;
            }
        }
        return false;
    }
}
