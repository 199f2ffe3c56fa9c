package io.github.agefold;

/** Where the program starts. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.exit(new picocli.CommandLine(new io.github.agefold.cli.TrainCommand()).execute(args));
    }
}
