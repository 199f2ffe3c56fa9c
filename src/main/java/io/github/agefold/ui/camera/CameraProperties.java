package io.github.agefold.ui.camera;

import io.github.agefold.camera.FrameSource;
import io.github.agefold.live.LiveFrame;
import io.github.agefold.live.LiveOptions;
import io.github.agefold.ui.control.Notice;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/** What {@link CameraModel} lets be seen and set. */
public abstract sealed class CameraProperties permits CameraModel {
    final ReadOnlyObjectWrapper<CameraState> state = new ReadOnlyObjectWrapper<>(CameraState.OFF);
    final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    final ReadOnlyStringWrapper networksProblem = new ReadOnlyStringWrapper("");
    final ReadOnlyObjectWrapper<List<FrameSource>> sources = new ReadOnlyObjectWrapper<>(List.of());
    final ReadOnlyObjectWrapper<@Nullable FrameSource> source = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable Grabbed> frame = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable LiveFrame> live = new ReadOnlyObjectWrapper<>();
    final ReadOnlyDoubleWrapper latency = new ReadOnlyDoubleWrapper();
    final ReadOnlyObjectWrapper<Rates> rates = new ReadOnlyObjectWrapper<>(Rates.NONE);
    final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private final BooleanProperty mirrored = new SimpleBooleanProperty(true);
    private final BooleanProperty landmarks = new SimpleBooleanProperty();
    private final BooleanProperty everybody = new SimpleBooleanProperty();
    private final DoubleProperty steadiness =
            new SimpleDoubleProperty(LiveOptions.defaults().steadiness());

    CameraProperties() {}

    public ReadOnlyObjectProperty<CameraState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why there is no picture, in one sentence; empty unless the state is BLACK or FAILED. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why there is a picture but no strip; empty otherwise. */
    public ReadOnlyStringProperty networksProblemProperty() {
        return networksProblem.getReadOnlyProperty();
    }

    /** The cameras that there are, and the film that was opened last. */
    public ReadOnlyObjectProperty<List<FrameSource>> sourcesProperty() {
        return sources.getReadOnlyProperty();
    }

    /** The one that is shown. */
    public ReadOnlyObjectProperty<@Nullable FrameSource> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** The newest frame. */
    public ReadOnlyObjectProperty<@Nullable Grabbed> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** The newest frame that has been aged: a little older. */
    public ReadOnlyObjectProperty<@Nullable LiveFrame> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** How long ago the frame of {@link #liveProperty} was when its strip came, in milliseconds. */
    public ReadOnlyDoubleProperty latencyProperty() {
        return latency.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Rates> ratesProperty() {
        return rates.getReadOnlyProperty();
    }

    /** How the last saving went. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether the preview shows itself as a mirror does. */
    public BooleanProperty mirroredProperty() {
        return mirrored;
    }

    /** Whether boxes and landmarks are drawn. */
    public BooleanProperty landmarksProperty() {
        return landmarks;
    }

    /** Whether every face has its strip, up to four. */
    public BooleanProperty everybodyProperty() {
        return everybody;
    }

    /** How strongly z is steadied, 0 to 1. */
    public DoubleProperty steadinessProperty() {
        return steadiness;
    }
}
