package io.github.agefold.ui.camera;

import atlantafx.base.theme.Styles;
import io.github.agefold.camera.FrameSource;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over the picture: which camera, how it is shown, and what is done with a moment of it. */
final class CameraTools extends HBox {
    private final CameraModel model;
    private final ComboBox<FrameSource> sources = new ComboBox<>();
    private boolean following;

    CameraTools(CameraModel model, Runnable openFilm, Runnable freeze) {
        this.model = model;
        getStyleClass().add("tools");
        Button film = new Button("Film…", new FontIcon(Feather.FILM));
        film.setId("open-film");
        film.setTooltip(
                new Tooltip("Show a film in place of a camera: an AVI with Motion JPEG, or a folder of pictures"));
        film.setOnAction(e -> openFilm.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button save = new Button("Save", new FontIcon(Feather.DOWNLOAD));
        save.setId("camera-save");
        save.setTooltip(new Tooltip(CameraPage.saveWords()));
        save.setOnAction(e -> model.save());
        save.disableProperty().bind(model.liveProperty().isNull());
        Button freezing = new Button("Freeze", new FontIcon(Feather.CAMERA));
        freezing.setId("freeze");
        freezing.getStyleClass().add(Styles.ACCENT);
        freezing.setTooltip(new Tooltip(CameraPage.freezeWords()));
        freezing.setOnAction(e -> freeze.run());
        freezing.disableProperty().bind(model.frameProperty().isNull());
        getChildren()
                .addAll(
                        chooser(),
                        film,
                        new Separator(Orientation.VERTICAL),
                        toggle("Mirror", "mirror", "Show the picture as a mirror does", model.mirroredProperty()),
                        toggle(
                                "Landmarks",
                                "landmarks",
                                "Draw the box of each face, and the landmarks of those that are followed",
                                model.landmarksProperty()),
                        toggle(
                                "All faces",
                                "everybody",
                                "A row for each face, up to four; otherwise the face that you click, or the largest",
                                model.everybodyProperty()),
                        steadiness(),
                        space,
                        save,
                        freezing);
    }

    private ComboBox<FrameSource> chooser() {
        sources.setId("sources");
        sources.setAccessibleText("Camera");
        sources.setPromptText("No camera");
        sources.setConverter(new Names());
        sources.setMaxWidth(220);
        model.sourcesProperty().addListener((p, was, is) -> follow());
        model.sourceProperty().addListener((p, was, is) -> follow());
        sources.valueProperty().addListener((p, was, is) -> {
            if (is != null && !following) {
                model.choose(is);
            }
        });
        follow();
        return sources;
    }

    /** Whether the list of cameras is open. */
    boolean isChoosing() {
        return sources.isShowing();
    }

    private void follow() {
        following = true;
        sources.getItems().setAll(model.sourcesProperty().get());
        sources.setValue(model.sourceProperty().get());
        following = false;
    }

    private static ToggleButton toggle(String text, String id, String words, BooleanProperty property) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setTooltip(new Tooltip(words));
        button.selectedProperty().bindBidirectional(property);
        return button;
    }

    private HBox steadiness() {
        Slider slider = new Slider(0, 1, 0);
        slider.setId("steadiness");
        slider.setPrefWidth(90);
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText("How strongly the strip is steadied");
        slider.setTooltip(
                new Tooltip("How strongly the strip is steadied: to the left it is quick, to the right it is calm"));
        slider.valueProperty().bindBidirectional(model.steadinessProperty());
        Label label = new Label("Steady");
        label.getStyleClass().add("quiet");
        label.setLabelFor(slider);
        HBox box = new HBox(label, slider);
        box.getStyleClass().add("steadiness");
        return box;
    }

    private static final class Names extends StringConverter<FrameSource> {
        @Override
        public String toString(@Nullable FrameSource source) {
            return source == null ? "" : source.name();
        }

        @Override
        public FrameSource fromString(String text) {
            throw new UnsupportedOperationException("sources are chosen, not written");
        }
    }
}
