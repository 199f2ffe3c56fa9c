package io.github.agefold.ui.evaluation;

import io.github.agefold.evaluation.Part;
import io.github.agefold.ui.control.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is measured: data, weights, how many faces, and where the report goes. */
final class ChoicesPanel extends VBox {
    ChoicesPanel(EvaluationModel model, FileDialogs dialogs) {
        getStyleClass().add("choices");
        Button folder = button("Folder…", Feather.FOLDER, "evaluation-folder");
        folder.setOnAction(e -> dialogs.openFolder("Faces to measure on").ifPresent(model.dataProperty()::set));
        Button file = button("File…", Feather.FILE, "evaluation-file");
        file.setOnAction(e -> dialogs.openFile("Faces to measure on", "Zip, CSV, MATLAB", "zip", "csv", "mat")
                .ifPresent(model.dataProperty()::set));
        Button weights = button("Folder…", Feather.FOLDER, "evaluation-weights");
        weights.setOnAction(e ->
                dialogs.openFolder("A folder of weights, such as a run’s").ifPresent(model.weightsProperty()::set));
        Button out = button("Folder…", Feather.FOLDER, "evaluation-out");
        out.setOnAction(e -> dialogs.openFolder("Where the report goes").ifPresent(model.outProperty()::set));
        ChoiceBox<Part> split = choice(this::part, Part.values());
        split.setId("evaluation-split");
        split.valueProperty().bindBidirectional(model.splitProperty());
        ChoiceBox<Integer> limit = choice(n -> n == 0 ? "all" : n.toString(), 12, 60, 120, 300, 600, 0);
        limit.setId("evaluation-limit");
        limit.setValue(model.limitProperty().get());
        limit.valueProperty().addListener((p, was, is) -> model.limitProperty().set(is));
        getChildren()
                .addAll(
                        heading("Faces"),
                        place(model.dataProperty(), "none chosen yet"),
                        row(folder, file),
                        heading("Part of them"),
                        split,
                        heading("How many"),
                        limit,
                        heading("Weights"),
                        place(model.weightsProperty(), ""),
                        row(weights),
                        heading("Report"),
                        place(model.outProperty(), ""),
                        row(out));
        model.stateProperty().addListener((p, was, is) -> setDisable(model.isBusy()));
    }

    private String part(Part part) {
        return switch (part) {
            case VALIDATION -> "validation part (5 %)";
            case TEST -> "test part (5 %)";
            case ALL -> "all: training never saw them";
        };
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies
    private static <T> ChoiceBox<T> choice(Function<T, String> name, T... values) {
        ChoiceBox<T> box = new ChoiceBox<>(FXCollections.observableArrayList(List.of(values)));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        return box;
    }

    private static Button button(String text, Feather icon, String id) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        return button;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("buttons");
        return row;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("face-title");
        return label;
    }

    /** The end of a path tells more than its beginning. */
    private static Label place(ObservableValue<? extends @Nullable Path> path, String none) {
        Label label = new Label();
        label.getStyleClass().add("quiet");
        label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        Tooltip tooltip = new Tooltip();
        Runnable refresh = () -> {
            Path is = path.getValue();
            label.setText(is == null ? none : is.toString());
            tooltip.setText(is == null ? "" : is.toAbsolutePath().toString());
            label.setTooltip(is == null ? null : tooltip);
        };
        path.addListener((p, was, is) -> refresh.run());
        refresh.run();
        return label;
    }
}
