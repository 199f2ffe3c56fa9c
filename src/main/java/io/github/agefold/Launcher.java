package io.github.agefold;

import io.github.agefold.cli.AgefoldCommand;
import io.github.agefold.cli.Version;
import io.github.agefold.strip.AgingNetworks;
import io.github.agefold.ui.App;
import io.github.agefold.ui.NoDisplayException;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the program starts: without a command the window, otherwise the command line. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws IOException {
        // pictures are drawn by AWT, windows are JavaFX's: without this, AWT looks for a screen, and fails at one that
        // is gone
        System.setProperty("java.awt.headless", "true");
        NativeCache.use(Version.number());
        if (arguments.length > 0) {
            System.exit(AgefoldCommand.run(Launcher::window, arguments));
        }
        // a window that was closed leaves by itself
        int code = window(null);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int window(@Nullable Path photo) {
        Path weights = WeightsFolder.shipped();
        try {
            App.open(() -> AgingNetworks.load(weights, weights), photo);
            return 0;
        } catch (NoDisplayException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
