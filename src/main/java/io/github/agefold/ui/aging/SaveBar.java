package io.github.agefold.ui.aging;

import atlantafx.base.theme.Styles;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Under a finished strip: how it is saved, and where to. */
final class SaveBar extends HBox {
    SaveBar(StripSaving saving, Runnable saveStrip, Runnable saveFaces, Runnable copy) {
        getStyleClass().add("save-bar");
        setAlignment(Pos.CENTER_LEFT);
        CheckBox captions = new CheckBox("Captions");
        captions.setId("captions");
        captions.setTooltip(new Tooltip("Write age group, estimated age and identity distance under the faces"));
        captions.selectedProperty().bindBidirectional(saving.captionsProperty());
        CheckBox mark = new CheckBox("Marked as synthetic");
        mark.setId("marked");
        mark.setTooltip(new Tooltip(
                "A small line in the saved strip tells people that a network made it; programs are always told"));
        mark.selectedProperty().bindBidirectional(saving.markedProperty());
        ChoiceBox<Integer> size = new ChoiceBox<>(FXCollections.observableArrayList(64, 128, 256, 512));
        size.setId("cell-size");
        size.setAccessibleText("Size of a face in the saved picture");
        size.setTooltip(new Tooltip("Width and height of one face in the saved picture"));
        size.setConverter(new Pixels());
        size.valueProperty().bindBidirectional(saving.cellProperty());
        Label faces = new Label("Face size");
        faces.setLabelFor(size);
        faces.getStyleClass().add("quiet");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button copying = button("Copy", Feather.COPY, "copy", copy);
        copying.setTooltip(Keys.tooltip("Copy the strip as a picture", Keys.COPY));
        Button cells = button("Save faces…", Feather.GRID, "save-faces", saveFaces);
        cells.setTooltip(new Tooltip("Six pictures, one for each age group, in a folder"));
        Button strip = button("Save strip…", Feather.DOWNLOAD, "save-strip", saveStrip);
        strip.setTooltip(Keys.tooltip("One picture of all faces", Keys.SAVE));
        strip.getStyleClass().add(Styles.ACCENT);
        getChildren().addAll(captions, mark, faces, size, space, copying, cells, strip);
    }

    private static Button button(String text, Feather icon, String id, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** 256 as "256 px". */
    private static final class Pixels extends StringConverter<Integer> {
        @Override
        public String toString(Integer pixels) {
            return pixels == null ? "" : pixels + " px";
        }

        @Override
        public Integer fromString(String text) {
            return Integer.valueOf(text.replace(" px", ""));
        }
    }
}
