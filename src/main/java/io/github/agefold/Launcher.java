package io.github.agefold;

import io.github.agefold.cli.AgefoldCommand;
import io.github.agefold.strip.AgingNetworks;
import io.github.agefold.ui.App;
import io.github.agefold.ui.NoDisplayException;
import io.github.agefold.weights.WeightsFolder;
import java.nio.file.Path;

/** Where the program starts: without arguments the window, otherwise the command line. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.exit(AgefoldCommand.run(arguments));
        }
        Path weights = WeightsFolder.shipped();
        try {
            App.open(() -> AgingNetworks.load(weights, weights));
        } catch (NoDisplayException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
