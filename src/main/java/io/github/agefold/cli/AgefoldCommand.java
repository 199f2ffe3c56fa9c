package io.github.agefold.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code agefold}: the command line as a whole. */
@Command(
        name = "agefold",
        description = "Ages faces with Age-cGAN. Without arguments, the window opens.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            AgeCommand.class,
            LiveCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            BenchmarkCommand.class
        })
public final class AgefoldCommand {

    /**
     * Runs the command line.
     *
     * @return the exit code, see {@link ExitCode}
     */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new AgefoldCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    command.getErr().println(Failure.sentence(exception));
                    return ExitCode.of(exception).code();
                })
                .setParameterExceptionHandler((exception, parsed) -> {
                    CommandLine command = exception.getCommandLine();
                    command.getErr()
                            .println(exception.getMessage() + ". See '"
                                    + command.getCommandSpec().qualifiedName() + " --help'.");
                    return ExitCode.USAGE.code();
                });
    }
}
