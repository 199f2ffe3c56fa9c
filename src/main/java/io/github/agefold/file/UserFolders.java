package io.github.agefold.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The user's folders for what a program keeps beside documents, by each system's convention. */
public final class UserFolders {
    private final String system;
    private final UnaryOperator<@Nullable String> environment;
    private final Path home;

    /**
     * @param system its name, as Java's {@code os.name} has it
     * @param environment gives an environment variable, null if it is not set
     * @param home the user's folder
     */
    public UserFolders(String system, UnaryOperator<@Nullable String> environment, String home) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
        this.home = Path.of(home);
    }

    /** Those of this system and user. */
    public static UserFolders own() {
        return new UserFolders(System.getProperty("os.name", ""), System::getenv, System.getProperty("user.home", "."));
    }

    /** For what can be made again. */
    public Path caches() {
        if (isWindows()) {
            return local().resolve("Cache");
        }
        return isMac() ? home.resolve(Path.of("Library", "Caches", "Agefold")) : xdg("XDG_CACHE_HOME", ".cache");
    }

    /** For logs. */
    public Path logs() {
        if (isWindows()) {
            return local().resolve("Logs");
        }
        return isMac() ? home.resolve(Path.of("Library", "Logs", "Agefold")) : xdg("XDG_STATE_HOME", ".local/state");
    }

    private boolean isWindows() {
        return system.startsWith("windows");
    }

    private boolean isMac() {
        return system.startsWith("mac");
    }

    /** Not Agefold: there the installer puts the program, and removes all when it goes. */
    private Path local() {
        String local = environment.apply("LOCALAPPDATA");
        return (local == null || local.isBlank() ? home.resolve(Path.of("AppData", "Local")) : Path.of(local))
                .resolve("AgefoldData");
    }

    /** The XDG specification: a relative path is to be taken for none. */
    private Path xdg(String variable, String otherwise) {
        String folder = environment.apply(variable);
        return (folder == null || !Path.of(folder).isAbsolute() ? home.resolve(otherwise) : Path.of(folder))
                .resolve("agefold");
    }
}
