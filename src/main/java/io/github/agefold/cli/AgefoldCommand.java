package io.github.agefold.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agefold}: the command line as a whole. */
@Command(
        name = "agefold",
        description = "Ages faces with Age-cGAN. Without a command the window opens, on the photo if there is one.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:anything not named here",
            "2:wrong usage",
            "3:no face found",
            "4:unreadable image",
            "5:bad weights"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            AgeCommand.class,
            LiveCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            BenchmarkCommand.class
        })
public final class AgefoldCommand implements Callable<Integer> {
    private final ToIntFunction<@Nullable Path> window;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PHOTO",
            description = "opens the window on this photo, as a file manager does")
    private @Nullable Path photo;

    /** For who wants to describe the command line, not to run it: it has no window. */
    AgefoldCommand() {
        this(photo -> ExitCode.OTHER.code());
    }

    private AgefoldCommand(ToIntFunction<@Nullable Path> window) {
        this.window = window;
    }

    /**
     * Runs the command line.
     *
     * @param window opens the window, on a photo if there is one, and gives the exit code when it is closed
     * @return the exit code, see {@link ExitCode}
     */
    public static int run(ToIntFunction<@Nullable Path> window, String... arguments) {
        try {
            return commandLine(new AgefoldCommand(window)).execute(arguments);
        } catch (Error e) {
            // picocli hands exceptions on to be said in words, but no errors
            System.err.println(Failure.sentence(e));
            return ExitCode.OTHER.code();
        }
    }

    /** No command was named. */
    @Override
    public Integer call() {
        if (photo != null && !Files.isRegularFile(photo)) {
            throw new ParameterException(
                    spec.commandLine(), "'" + photo + "' is neither a command nor a file that is there");
        }
        return window.applyAsInt(photo);
    }

    static CommandLine commandLine() {
        return commandLine(new AgefoldCommand());
    }

    private static CommandLine commandLine(AgefoldCommand command) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, failed, parsed) -> {
                    failed.getErr().println(Failure.sentence(exception));
                    return ExitCode.of(exception).code();
                })
                .setParameterExceptionHandler((exception, parsed) -> {
                    CommandLine wrong = exception.getCommandLine();
                    wrong.getErr()
                            .println(exception.getMessage() + ". See '"
                                    + wrong.getCommandSpec().qualifiedName() + " --help'.");
                    return ExitCode.USAGE.code();
                });
    }
}
