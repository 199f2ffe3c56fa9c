package io.github.agefold.ui.plot;

import atlantafx.base.theme.Styles;
import io.github.agefold.ui.control.Pictures;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A plot with its legend, whose entries show and hide curves, and its tools. */
public final class PlotPane extends BorderPane {
    private static final double PICTURE_SCALE = 2;

    private final PlotModel model;
    private final StackPane area;
    private final FlowPane legend = new FlowPane();
    private final Set<String> inLegend = new HashSet<>();

    /** Where exports go: asks the user for a file and writes it. */
    public interface Exports {
        void csv(String content);

        void png(BufferedImage picture);
    }

    /** @param empty what is said while there are no points */
    public PlotPane(String title, String empty, PlotModel model, Exports exports) {
        this.model = model;
        getStyleClass().add("plot-pane");
        Plot plot = new Plot(model);
        Label nothing = new Label(empty);
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        area = new StackPane(plot, nothing, new PlotReadout(model, plot));
        legend.getStyleClass().add("plot-legend");
        HBox.setHgrow(legend, Priority.ALWAYS);
        Label heading = new Label(title);
        heading.getStyleClass().addAll("plot-title");
        heading.setMinWidth(USE_PREF_SIZE);
        HBox tools = new HBox(heading, legend, tools(exports));
        tools.getStyleClass().add("plot-tools");
        setTop(tools);
        setCenter(area);
        Runnable refresh = () -> {
            nothing.setVisible(model.isEmpty());
            growLegend();
        };
        model.revisionProperty().addListener((p, was, is) -> refresh.run());
        refresh.run();
    }

    private HBox tools(Exports exports) {
        ChoiceBox<Integer> smoothing = new ChoiceBox<>(FXCollections.observableArrayList(PlotModel.SMOOTHINGS));
        smoothing.setValue(model.smoothing());
        smoothing.setConverter(new Window());
        smoothing.getStyleClass().add(Styles.SMALL);
        smoothing.setTooltip(new Tooltip(
                "The strong line is the running median of so many steps; at the ends, of those that there are"));
        smoothing.setAccessibleText("Smoothing");
        smoothing.valueProperty().addListener((p, was, is) -> model.setSmoothing(is));
        CheckBox log = new CheckBox("log");
        log.setTooltip(new Tooltip("Logarithmic axis"));
        log.selectedProperty().addListener((p, was, is) -> model.setLog(is));
        Button all = button(Feather.MAXIMIZE_2, "Show all again (double click, or 0)", model::fit);
        model.revisionProperty().addListener((p, was, is) -> all.setDisable(model.isFitted()));
        all.setDisable(true);
        Button csv =
                button(Feather.FILE_TEXT, "Export all points as CSV…", () -> exports.csv(PlotCsv.of(model.series())));
        csv.getStyleClass().add("export-csv");
        Button png = button(Feather.IMAGE, "Export the plot as PNG…", () -> exports.png(picture()));
        png.getStyleClass().add("export-png");
        HBox tools = new HBox(smoothing, log, all, csv, png);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.getStyleClass().add("plot-buttons");
        tools.setMinWidth(USE_PREF_SIZE);
        return tools;
    }

    private static Button button(Feather icon, String words, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void growLegend() {
        if (model.series().isEmpty() && !inLegend.isEmpty()) {
            legend.getChildren().clear();
            inLegend.clear();
        }
        for (PlotSeries one : model.series()) {
            if (inLegend.add(one.name())) {
                CheckBox box = new CheckBox(one.name());
                box.setGraphic(Swatch.ofCurve(model.series().indexOf(one)));
                box.getStyleClass().add("plot-legend-entry");
                box.setSelected(model.isVisible(one));
                box.selectedProperty().addListener((p, was, is) -> model.setVisible(one.name(), is));
                legend.getChildren().add(box);
            }
        }
    }

    private BufferedImage picture() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
        return Pictures.toBuffered(snapshot(parameters, null));
    }

    /** 25 neighbours to each side are a window of 51. */
    private static final class Window extends StringConverter<Integer> {
        @Override
        public String toString(Integer neighbours) {
            return neighbours == null || neighbours == 0 ? "not smoothed" : "median of " + (2 * neighbours + 1);
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException("chosen, never typed");
        }
    }
}
