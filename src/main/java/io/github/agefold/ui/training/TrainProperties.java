package io.github.agefold.ui.training;

import io.github.agefold.dataset.FaceSet;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What {@link TrainModel} lets be seen; its commands change it. */
public abstract sealed class TrainProperties permits TrainModel {
    final ReadOnlyObjectWrapper<TrainState> state = new ReadOnlyObjectWrapper<>(TrainState.EMPTY);
    final ReadOnlyObjectWrapper<@Nullable Path> folder = new ReadOnlyObjectWrapper<>();
    final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
    final ReadOnlyObjectWrapper<@Nullable DataSummary> data = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable ReadingProgress> reading = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable Whereabouts> where = new ReadOnlyObjectWrapper<>();
    final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");
    final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    @Nullable
    FaceSet faces;

    boolean begun;
    boolean encoderIsTrained;

    private final OptionsModel options = new OptionsModel();
    private final LossHistory losses = new LossHistory();
    private final SampleHistory samples = new SampleHistory();

    TrainProperties() {}

    /** How many pictures have been read, of how many. */
    public record ReadingProgress(int pictures, int ofAll) {}

    public ReadOnlyObjectProperty<TrainState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The run's folder; null without a run. */
    public ReadOnlyObjectProperty<@Nullable Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** What the data was read from; empty for a run that was opened. */
    public ReadOnlyStringProperty sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** What the run learns from; null until it is read. */
    public ReadOnlyObjectProperty<@Nullable DataSummary> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /** How far reading is; null while nothing is read. */
    public ReadOnlyObjectProperty<@Nullable ReadingProgress> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Where the run is; null before its first step. */
    ReadOnlyObjectProperty<@Nullable Whereabouts> whereProperty() {
        return where.getReadOnlyProperty();
    }

    /** The name of the stage that took the last step; empty before the first. */
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** What looks wrong in the run, in a sentence; empty if nothing does. */
    public ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** Why the state is {@link TrainState#FAILED}, or why the data will not do; empty otherwise. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public OptionsModel options() {
        return options;
    }

    public LossHistory losses() {
        return losses;
    }

    public SampleHistory samples() {
        return samples;
    }

    /** Whether a run is in progress in this window. */
    public boolean isTraining() {
        return switch (state.get()) {
            case RUNNING, PAUSING, PAUSED, STOPPING -> true;
            case EMPTY, READING, OPENING, READY, STOPPED, FINISHED, FAILED, WATCHING -> false;
        };
    }

    /** Whether {@link TrainModel#start} can do something now, the options being valid. */
    public boolean canStart() {
        return switch (state.get()) {
            case READY, STOPPED, FINISHED -> true;
            case FAILED -> faces != null && (begun || problem.get().isEmpty());
            case EMPTY, READING, OPENING, RUNNING, PAUSING, PAUSED, STOPPING, WATCHING -> false;
        };
    }

    /** Whether something is in progress that the user has to end first. */
    boolean isBusy() {
        return isTraining() || state.get() == TrainState.READING || state.get() == TrainState.OPENING;
    }

    /** Whether other data or another run can be chosen now. */
    public boolean canChoose() {
        return !isBusy();
    }

    /** Whether the run has begun: then some options stay as they are. */
    public boolean hasBegun() {
        return begun;
    }

    /** Whether the run's weights can age faces: its encoder must have learned something, and nothing may be written to them now. */
    public boolean hasUsableWeights() {
        return encoderIsTrained
                && switch (state.get()) {
                    case PAUSED, STOPPED, FINISHED, FAILED -> true;
                    case EMPTY, READING, OPENING, READY, RUNNING, PAUSING, STOPPING, WATCHING -> false;
                };
    }
}
