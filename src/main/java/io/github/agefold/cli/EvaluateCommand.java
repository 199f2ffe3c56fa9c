package io.github.agefold.cli;

import io.github.agefold.evaluation.EvaluationJob;
import io.github.agefold.evaluation.EvaluationOptions;
import io.github.agefold.evaluation.EvaluationProgress;
import io.github.agefold.evaluation.EvaluationReport;
import io.github.agefold.evaluation.Part;
import io.github.agefold.evaluation.SummaryTables;
import io.github.agefold.weights.WeightsFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agefold evaluate}: measures weights on faces that training never saw. */
@Command(
        name = "evaluate",
        description = "Measures weights: identity, age and picture quality, as report.json and report.html.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = {"  agefold evaluate --data utkface.zip --out report"})
final class EvaluateCommand implements Callable<Integer> {
    private static final int PIECES_BETWEEN_LINES = 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR-or-ZIP",
            description = "labelled faces, as for train; gender and race are read from names such as UTKFace's")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the report")
    private Path out;

    @Option(
            names = "--weights",
            paramLabel = "DIR",
            description = "weights to measure, such as runs/mine/weights; default: the application's own")
    private @Nullable Path weights;

    @Option(
            names = "--pairs",
            paramLabel = "DIR",
            description =
                    "photos and pairs.txt as in Labeled Faces in the Wild, to set the recognisers' threshold for one person on")
    private @Nullable Path pairs;

    @Option(
            names = "--split",
            paramLabel = "PART",
            defaultValue = "TEST",
            description = "part of the data: validation, test (default), or all, for a set that training never saw")
    private Part split;

    @Option(
            names = "--limit",
            defaultValue = "120",
            paramLabel = "N",
            description = "how many faces, equally many of each of the six age groups; 0 for all; default: 120")
    private int limit;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "of the choice of faces; default: 1")
    private long seed;

    private String phase = "";

    @Override
    public Integer call() throws Exception {
        Path measured = weights == null ? WeightsFolder.shipped() : weights;
        EvaluationJob job = new EvaluationJob(data, measured, pairs, out, options());
        try (ShutdownRequest shutdown = new ShutdownRequest()) {
            EvaluationReport report = job.run(this::print, shutdown::isRequested);
            PrintWriter output = spec.commandLine().getOut();
            output.println(SummaryTables.markdown(report));
            output.flush();
            say("the report is in " + out.resolve("report.html"));
        } catch (CancellationException e) {
            say("stopped; nothing was written");
            return ExitCode.OTHER.code();
        }
        return ExitCode.DONE.code();
    }

    private EvaluationOptions options() {
        try {
            return new EvaluationOptions(split, limit, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private void print(EvaluationProgress progress) {
        if (!progress.phase().equals(phase) || progress.done() % PIECES_BETWEEN_LINES == 0) {
            phase = progress.phase();
            say(phase + ", " + progress.done() + " of " + progress.all());
        }
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
