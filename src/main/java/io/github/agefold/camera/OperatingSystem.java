package io.github.agefold.camera;

import java.util.Locale;

/** The systems whose ways to their cameras differ. */
enum OperatingSystem {
    LINUX,
    MACOS,
    WINDOWS,
    OTHER;

    static OperatingSystem current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("linux")) {
            return LINUX;
        }
        if (name.contains("mac")) {
            return MACOS;
        }
        return name.contains("windows") ? WINDOWS : OTHER;
    }
}
