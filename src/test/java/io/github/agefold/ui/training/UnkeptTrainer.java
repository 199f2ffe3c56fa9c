package io.github.agefold.ui.training;

import io.github.agefold.dataset.FaceCache;
import io.github.agefold.dataset.FaceReader;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.stage.LossPoint;
import io.github.agefold.stage.RunControl;
import io.github.agefold.stage.RunFolder;
import io.github.agefold.stage.RunListener;
import io.github.agefold.stage.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Trains on the faces of a run that is there, in a folder that is thrown away. */
record UnkeptTrainer(Path run, Consumer<LossPoint> steps) implements Trainer {
    @Override
    public FaceSet read(Path source, RunFolder folder, FaceReader.Progress progress, BooleanSupplier stop)
            throws IOException {
        return FaceCache.open(new RunFolder(run).faces());
    }

    @Override
    public boolean train(
            RunFolder folder, FaceSet faces, TrainingOptions options, RunListener listener, RunControl control)
            throws IOException {
        return new NetworkTrainer()
                .train(
                        new RunFolder(Files.createTempDirectory("agefold")),
                        faces,
                        options,
                        point -> {
                            listener.step(point);
                            steps.accept(point);
                        },
                        control);
    }
}
