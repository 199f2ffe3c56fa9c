package io.github.agefold.ui.training;

import io.github.agefold.dataset.FaceReader;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.stage.RunControl;
import io.github.agefold.stage.RunFolder;
import io.github.agefold.stage.RunListener;
import io.github.agefold.stage.TrainingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** The work behind {@link TrainModel}, done on the training thread. */
public interface Trainer {
    /**
     * Reads the faces of a source, and keeps them beside the run.
     *
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    FaceSet read(Path source, RunFolder folder, FaceReader.Progress progress, BooleanSupplier stop) throws IOException;

    /** Trains from the run's checkpoint, or from the beginning; whether it came to the end. */
    boolean train(RunFolder folder, FaceSet faces, TrainingOptions options, RunListener listener, RunControl control)
            throws IOException;
}
