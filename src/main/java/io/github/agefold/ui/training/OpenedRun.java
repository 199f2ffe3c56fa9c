package io.github.agefold.ui.training;

import io.github.agefold.dataset.FaceCache;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.stage.LossPoint;
import io.github.agefold.stage.RunFolder;
import io.github.agefold.stage.SampleFile;
import io.github.agefold.stage.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is on the disk.
 *
 * @param faces null if they are not kept beside it
 * @param lossesRead how far the file of losses was read
 * @param isTrained whether another program trains it now
 */
record OpenedRun(
        RunFolder folder,
        TrainingOptions options,
        @Nullable FaceSet faces,
        List<LossPoint> losses,
        long lossesRead,
        List<LossPoint> acceptance,
        List<SampleFile> samples,
        boolean isTrained) {

    static OpenedRun read(RunFolder folder) throws IOException {
        TrainingOptions options = folder.readOptions();
        boolean trained = folder.isLocked();
        List<LossPoint> losses = new ArrayList<>();
        long read = folder.losses().read(0, losses::add);
        List<LossPoint> acceptance = new ArrayList<>();
        folder.acceptance().read(0, acceptance::add);
        FaceSet faces = Files.exists(folder.faces()) ? FaceCache.open(folder.faces()) : null;
        return new OpenedRun(folder, options, faces, losses, read, acceptance, folder.samples(), trained);
    }
}
