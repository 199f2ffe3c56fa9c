package io.github.agefold.log;

import io.github.agefold.file.UserFolders;
import java.nio.file.Path;

/** The folder of the log files, agefold.log and older ones; logback.xml says how they rotate. */
public final class LogFolder {
    /** Without it, the log goes to the console alone. */
    private static final String PROPERTY = "agefold.logs";

    private LogFolder() {}

    /** Sends the log to a file too. Must come before anything logs. */
    public static void use() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, UserFolders.own().logs().toString());
        }
    }

    /** Where the log is, in words for a user. */
    public static String words() {
        String folder = System.getProperty(PROPERTY);
        return folder == null ? "the console" : Path.of(folder, "agefold.log").toString();
    }
}
