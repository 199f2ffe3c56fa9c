package io.github.agefold.ui.training;

import io.github.agefold.stage.SampleFile;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** The samples of a run, and the one that is looked at: the newest, until the user goes back. */
public final class SampleHistory {
    private final ReadOnlyObjectWrapper<List<SampleFile>> files = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty index = new SimpleIntegerProperty();

    /** In the order of training. */
    public ReadOnlyObjectProperty<List<SampleFile>> filesProperty() {
        return files.getReadOnlyProperty();
    }

    /** Which of them is looked at, from 0. */
    public IntegerProperty indexProperty() {
        return index;
    }

    void show(List<SampleFile> now) {
        boolean newest = index.get() >= files.get().size() - 1;
        files.set(List.copyOf(now));
        if (newest || index.get() >= now.size()) {
            index.set(Math.max(0, now.size() - 1));
        }
    }

    void clear() {
        files.set(List.of());
        index.set(0);
    }
}
