package io.github.agefold.ui.aging;

import io.github.agefold.face.DetectedFace;
import io.github.agefold.latent.Search;
import io.github.agefold.latent.SearchStep;
import io.github.agefold.photo.Photo;
import io.github.agefold.strip.AgeStrip;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What {@link AgeModel} lets be seen; its commands change it. */
public abstract sealed class AgeProperties permits AgeModel {
    final ReadOnlyObjectWrapper<AgeState> state = new ReadOnlyObjectWrapper<>(AgeState.EMPTY);
    final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    final ReadOnlyObjectWrapper<@Nullable Photo> photo = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<List<DetectedFace>> faces = new ReadOnlyObjectWrapper<>(List.of());
    final ReadOnlyObjectWrapper<@Nullable DetectedFace> chosen = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<Search> search = new ReadOnlyObjectWrapper<>(Search.TUNED);
    final ReadOnlyObjectWrapper<@Nullable SearchStep> step = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable AgeStrip> strip = new ReadOnlyObjectWrapper<>();
    final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    AgeProperties() {}

    /** Whether something is going on that can be cancelled. */
    public boolean isBusy() {
        return switch (state.get()) {
            case READING, DETECTING, AGEING -> true;
            case EMPTY, CHOOSING, CANCELLED, FINISHED, FAILED -> false;
        };
    }

    public ReadOnlyObjectProperty<AgeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What messages call the photo. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** The photo as read; null until it is. */
    public ReadOnlyObjectProperty<@Nullable Photo> photoProperty() {
        return photo.getReadOnlyProperty();
    }

    /** Its faces, the largest first. */
    public ReadOnlyObjectProperty<List<DetectedFace>> facesProperty() {
        return faces.getReadOnlyProperty();
    }

    /** The face that is or will be aged. */
    public ReadOnlyObjectProperty<@Nullable DetectedFace> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Search> searchProperty() {
        return search.getReadOnlyProperty();
    }

    /** The newest step of the search while it runs. */
    public ReadOnlyObjectProperty<@Nullable SearchStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** The strip once it is there. */
    public ReadOnlyObjectProperty<@Nullable AgeStrip> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    /** One sentence for the user when the state is {@link AgeState#FAILED}. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
