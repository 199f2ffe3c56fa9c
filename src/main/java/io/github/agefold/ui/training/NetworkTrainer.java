package io.github.agefold.ui.training;

import io.github.agefold.dataset.FaceCache;
import io.github.agefold.dataset.FaceReader;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.FaceNet;
import io.github.agefold.network.NativeMemory;
import io.github.agefold.stage.RunControl;
import io.github.agefold.stage.RunFolder;
import io.github.agefold.stage.RunListener;
import io.github.agefold.stage.TrainingOptions;
import io.github.agefold.stage.TrainingRun;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** {@link Trainer} with Age-cGAN's networks. They are let go of when a run ends: they take gigabytes. */
public final class NetworkTrainer implements Trainer {
    @Override
    public FaceSet read(Path source, RunFolder folder, FaceReader.Progress progress, BooleanSupplier stop)
            throws IOException {
        return FaceCache.read(folder.faces(), source, FaceReader.shipped(), progress, stop);
    }

    @Override
    public boolean train(
            RunFolder folder, FaceSet faces, TrainingOptions options, RunListener listener, RunControl control)
            throws IOException {
        try {
            WeightsFolder pretrained = WeightsFolder.open(WeightsFolder.shipped());
            return new TrainingRun(
                            folder,
                            faces,
                            options,
                            FaceNet.load(pretrained.file("facenet")),
                            AgeEstimator.load(pretrained.file("age-estimator")))
                    .run(listener, control);
        } finally {
            NativeMemory.free();
        }
    }
}
