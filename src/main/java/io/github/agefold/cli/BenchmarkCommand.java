package io.github.agefold.cli;

import io.github.agefold.benchmark.Benchmark;
import io.github.agefold.benchmark.OtherEngine;
import io.github.agefold.benchmark.PhotoSpeed;
import io.github.agefold.benchmark.StageSpeed;
import io.github.agefold.benchmark.Stopwatch;
import io.github.agefold.benchmark.Timing;
import io.github.agefold.benchmark.Work;
import io.github.agefold.photo.Photo;
import io.github.agefold.photo.PhotoReader;
import io.github.agefold.stage.TrainingOptions;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.nd4j.linalg.factory.Nd4j;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agefold benchmark}: how fast training and aging are on this machine. */
@Command(
        name = "benchmark",
        description = "Measures how fast training and aging are on this machine, and in which part the time goes.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = {"  agefold benchmark --only photo --photo me.jpg"})
final class BenchmarkCommand implements Callable<Integer> {
    private static final int WARM_UP = 3;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    /** What can be measured. */
    enum Section {
        STAGES,
        PARTS,
        PHOTO,
        COMPARISON
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SECTION",
            description = "stages, parts (of a training step), photo, comparison (with other engines on the class"
                    + " path); default: all")
    private Set<Section> only = EnumSet.allOf(Section.class);

    @Option(
            names = "--stages",
            split = ",",
            paramLabel = "N",
            description = "training stages to measure; default: 1,2,3")
    private List<Integer> stages = TrainingOptions.defaults().stages();

    @Option(names = "--batch", paramLabel = "N", description = "faces to a training step; default: what train has")
    private int batch = TrainingOptions.defaults().batch();

    @Option(names = "--runs", paramLabel = "N", description = "how often each thing is timed; default: 9")
    private int runs = 9;

    @Option(
            names = "--photo",
            paramLabel = "FILE",
            description =
                    "photo that is aged; default: assets/samples/astronaut.png, which is there in the source folder alone")
    private Path photo = Path.of("assets", "samples", "astronaut.png");

    @Override
    public Integer call() throws Exception {
        // first, so that one that is not there is said before minutes of measuring
        Photo aged = only.contains(Section.PHOTO) ? new PhotoReader().read(photo) : null;
        Benchmark benchmark = benchmark();
        say(
                "%d processors, %d threads, batches of %d, medians of %d after %d to warm up",
                Runtime.getRuntime().availableProcessors(),
                Nd4j.getEnvironment().maxThreads(),
                batch,
                runs,
                WARM_UP);
        if (only.contains(Section.STAGES)) {
            stages(benchmark);
        }
        if (only.contains(Section.PARTS)) {
            say("%-40s %9s", "part of a training step", "ms");
            for (Timing part : benchmark.parts()) {
                say("%-40s %9.1f", part.name(), part.milliseconds());
            }
            say("");
        }
        if (aged != null) {
            say("%-40s %9s %12s", "one photo", "ms", "peak MB");
            for (PhotoSpeed step : benchmark.photo(aged)) {
                say("%-40s %9.1f %12.0f", step.name(), step.milliseconds(), step.peakBytes() / BYTES_PER_MEGABYTE);
            }
            say("");
        }
        if (only.contains(Section.COMPARISON)) {
            comparison(benchmark);
        }
        return ExitCode.DONE.code();
    }

    private Benchmark benchmark() {
        if (batch < 2) {
            throw new ParameterException(spec.commandLine(), "--batch has at least 2 faces, got " + batch);
        }
        if (runs < 1) {
            throw new ParameterException(spec.commandLine(), "--runs must be at least 1, got " + runs);
        }
        if (!TrainingOptions.defaults().stages().containsAll(stages)) {
            throw new ParameterException(spec.commandLine(), "--stages are 1, 2 and 3, got " + stages);
        }
        return new Benchmark(WeightsFolder.shipped(), batch, new Stopwatch(WARM_UP, runs));
    }

    private void stages(Benchmark benchmark) throws IOException {
        say("%-40s %9s %12s %12s", "training", "ms", "faces/s", "peak MB");
        for (int stage : stages) {
            StageSpeed speed = benchmark.stage(stage);
            say(
                    "%-40s %9.0f %12.1f %12.0f",
                    "stage " + stage + ", a step",
                    speed.milliseconds(),
                    speed.facesPerSecond(),
                    speed.peakBytes() / BYTES_PER_MEGABYTE);
        }
        say("");
    }

    private void comparison(Benchmark benchmark) throws IOException {
        List<OtherEngine> engines = Benchmark.otherEngines();
        if (engines.isEmpty()) {
            say("There is no other engine on the class path to compare with; the README tells how to have one.");
            return;
        }
        Map<Work, Double> own = benchmark.work();
        for (OtherEngine engine : engines) {
            try (engine) {
                say("%-40s %9s %9s %9s", engine.name(), "ms", "Agefold", "ratio");
                for (String variant : engine.variants()) {
                    for (Work work : Work.values()) {
                        double other = engine.milliseconds(work, variant, batch, benchmark.watch());
                        say(
                                "%-40s %9.1f %9.1f %9.2f",
                                work.description() + " (" + variant + ")",
                                other,
                                Objects.requireNonNull(own.get(work)),
                                other / Objects.requireNonNull(own.get(work)));
                    }
                }
            }
        }
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format.replace("", ""), values));
        out.flush();
    }
}
