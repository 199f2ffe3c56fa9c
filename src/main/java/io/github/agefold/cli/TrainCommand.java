package io.github.agefold.cli;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.FaceCache;
import io.github.agefold.dataset.FaceReader;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.dataset.Split;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.FaceNet;
import io.github.agefold.stage.LossPoint;
import io.github.agefold.stage.RunControl;
import io.github.agefold.stage.RunFolder;
import io.github.agefold.stage.RunListener;
import io.github.agefold.stage.TrainingException;
import io.github.agefold.stage.TrainingOptions;
import io.github.agefold.stage.TrainingRun;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agefold train}: runs the training stages on a set of faces. */
@Command(
        name = "train",
        description = "Trains the networks on a set of faces. Ctrl+C saves and stops.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = {"  agefold train --data utkface.zip --out runs/mine", "  agefold train --out runs/mine --resume"})
final class TrainCommand implements Callable<Integer> {
    private static final int STEPS_BETWEEN_LINES = 20;
    private static final int PICTURES_BETWEEN_LINES = 2000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description =
                    "a folder or zip of faces named as UTKFace's (27_0_1_20170110.jpg, the age first) or with sub-folders by age group; "
                            + "IMDB-WIKI's folder; a CSV of files and ages. A resumed run has it already")
    private @Nullable Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the run")
    private Path out;

    @Option(names = "--stages", split = ",", paramLabel = "N", description = "stages to run; default: 1,2,3")
    private @Nullable List<Integer> stages;

    @Option(names = "--epochs", split = ",", paramLabel = "N", description = "epochs of each of them; default: 3,1,6")
    private @Nullable List<Double> epochs;

    @Option(names = "--batch", paramLabel = "N", description = "faces to a step; default: 16")
    private @Nullable Integer batch;

    @Option(names = "--seed", paramLabel = "N", description = "of all chance; default: 1")
    private @Nullable Long seed;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "folder of weights to begin with, in place of chance; learn from them at a low --joint-rate")
    private @Nullable Path from;

    @Option(names = "--joint-rate", paramLabel = "RATE", description = "Adam's learning rate in stage 3; default: 3e-4")
    private @Nullable Double jointRate;

    @Option(names = "--resume", description = "go on with the run in the folder, with the options it began with")
    private boolean resume;

    @Override
    public Integer call() throws Exception {
        RunFolder folder = new RunFolder(out);
        TrainingOptions options = resume ? resumed(folder) : fresh(folder);
        FaceSet faces = faces(folder);
        describe(faces);
        WeightsFolder pretrained = WeightsFolder.open(WeightsFolder.shipped());
        TrainingRun run = new TrainingRun(
                folder,
                faces,
                options,
                FaceNet.load(pretrained.file("facenet")),
                AgeEstimator.load(pretrained.file("age-estimator")));
        if (from != null) {
            run.beginWith(WeightsFolder.open(from));
        }
        try (ShutdownRequest shutdown = new ShutdownRequest()) {
            boolean finished = run.run(new Progress(), new RunControl(shutdown::isRequested));
            say(finished ? "done: the weights are in " + out.resolve("weights") : "stopped; --resume goes on");
        }
        return ExitCode.DONE.code();
    }

    private FaceSet faces(RunFolder folder) throws IOException {
        if (data == null) {
            if (!resume) {
                throw new ParameterException(spec.commandLine(), "Missing required option: '--data=PATH'");
            }
            return FaceCache.open(folder.faces());
        }
        // a run that another program trains keeps its faces
        folder.lock().close();
        return FaceCache.read(folder.faces(), data, FaceReader.shipped(), this::printReading, () -> false);
    }

    private void printReading(int pictures, int ofAll) {
        if (pictures % PICTURES_BETWEEN_LINES == 0 && pictures < ofAll) {
            say("read " + pictures + " of " + ofAll + " pictures");
        }
    }

    private TrainingOptions resumed(RunFolder folder) throws IOException {
        if (!folder.hasCheckpoint()) {
            throw new TrainingException(out + " holds no run to go on with. Leave --resume out to begin one.");
        }
        if (stages != null || epochs != null || batch != null || seed != null || from != null || jointRate != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a resumed run keeps its options: give --resume with --out and, at most, --data");
        }
        return folder.readOptions();
    }

    private TrainingOptions fresh(RunFolder folder) throws IOException {
        if (folder.hasCheckpoint()) {
            throw new TrainingException(
                    out + " holds a run already. Go on with it by --resume, or choose another folder.");
        }
        TrainingOptions defaults = TrainingOptions.defaults();
        List<Integer> chosen = stages == null ? defaults.stages() : stages;
        try {
            return defaults.with(
                    chosen,
                    epochs == null ? defaultEpochs(chosen) : epochs,
                    batch == null ? defaults.batch() : batch,
                    seed == null ? defaults.seed() : seed,
                    jointRate == null ? defaults.rates() : defaults.rates().withJoint(jointRate),
                    defaults.lossWeights(),
                    defaults.checkpointMinutes());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static List<Double> defaultEpochs(List<Integer> stages) {
        List<Double> all = TrainingOptions.defaults().epochs();
        return stages.stream()
                .filter(s -> s >= 1 && s <= all.size())
                .map(s -> all.get(s - 1))
                .toList();
    }

    private void describe(FaceSet faces) {
        StringBuilder line = new StringBuilder("faces to train on:");
        Map<AgeGroup, Integer> counts = FaceSet.countByGroup(faces.of(Split.TRAIN));
        counts.forEach((group, count) ->
                line.append("  ").append(group.id()).append(' ').append(count));
        say(line.toString());
        faces.countByReason().forEach((reason, count) -> say("left out " + count + ": " + reason));
    }

    private final class Progress implements RunListener {
        @Override
        public void step(LossPoint point) {
            if (point.step() % STEPS_BETWEEN_LINES == 0) {
                print(point);
            }
        }

        @Override
        public void warned(String sentence) {
            say("warning: " + sentence);
        }
    }

    private void print(LossPoint point) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%s  epoch %.2f  step %d  %.2f s",
                point.stage(),
                point.epoch(),
                point.step(),
                point.seconds()));
        point.losses().forEach((name, loss) -> line.append(String.format(Locale.ROOT, "  %s %.3f", name, loss)));
        say(line.toString());
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
