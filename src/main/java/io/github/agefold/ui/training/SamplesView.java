package io.github.agefold.ui.training;

import io.github.agefold.photo.PhotoReader;
import io.github.agefold.stage.SampleFile;
import io.github.agefold.ui.control.Pictures;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Samples after a step, and a slider through those of the whole run. */
final class SamplesView extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(SamplesView.class);

    private final SampleHistory history;
    private final Executor files;
    private final Executor screen;
    private final Label title = new Label();
    private final Label words = new Label();
    private final ImageView picture = new ImageView();
    private final Pane area = new Pane(picture);
    private final Slider slider = new Slider();
    private int asked;

    SamplesView(TrainModel model, Executor files, Executor screen) {
        history = model.samples();
        this.files = files;
        this.screen = screen;
        getStyleClass().add("samples");
        setAlignment(Pos.TOP_LEFT);
        managedProperty().bind(visibleProperty());
        title.getStyleClass().add("plot-title");
        title.setId("samples-title");
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        picture.setId("samples-picture");
        area.setMinSize(0, 0);
        VBox.setVgrow(area, Priority.ALWAYS);
        area.widthProperty().addListener((p, was, is) -> fit());
        area.heightProperty().addListener((p, was, is) -> fit());
        slider.setId("samples-slider");
        slider.setAccessibleText("Checkpoint");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setMinHeight(USE_PREF_SIZE);
        slider.valueProperty()
                .addListener((p, was, is) -> history.indexProperty().set((int) Math.round(is.doubleValue())));
        getChildren().addAll(title, words, area, slider);
        ObservableValue<List<SampleFile>> all = history.filesProperty();
        all.addListener((p, was, is) -> refresh());
        history.indexProperty().addListener((p, was, is) -> refresh());
        refresh();
    }

    private void fit() {
        picture.setFitWidth(Math.max(1, area.getWidth()));
        picture.setFitHeight(Math.max(1, area.getHeight()));
    }

    private void refresh() {
        List<SampleFile> all = history.filesProperty().get();
        int index = history.indexProperty().get();
        slider.setMax(Math.max(1, all.size() - 1));
        slider.setValue(index);
        slider.setVisible(all.size() > 1);
        setVisible(!all.isEmpty());
        if (all.isEmpty()) {
            asked++;
            picture.setImage(null);
            return;
        }
        SampleFile file = all.get(Math.min(index, all.size() - 1));
        title.setText("Samples at step " + file.step());
        words.setText(
                file.stage().equals("adversarial")
                        ? "Stage 1. A row is one z, a column an age group, youngest first."
                        : (file.stage().equals("approximation") ? "Stage 2" : "Stage 3")
                                + ". A validation photo, and what E and G make of it at the six age groups.");
        load(file);
    }

    private void show(int request, @Nullable Image image) {
        screen.execute(() -> {
            if (request == asked) {
                picture.setImage(image);
            }
        });
    }

    private void load(SampleFile file) {
        int mine = ++asked;
        files.execute(() -> {
            Image image = null;
            try {
                // a run may be a stranger's: his pictures are read with the same care as photos
                image = Pictures.of(new PhotoReader().read(file.file()), PhotoReader.LONGEST_SIDE);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                // none is shown: the one before belongs to another step
                LOG.warn("samples", e);
            }
            show(mine, image);
        });
    }
}
