package io.github.agefold.ui.training;

import atlantafx.base.theme.Styles;
import io.github.agefold.stage.TrainingOptions;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** A run's options to type; each says at once what it should be instead. */
final class OptionsPanel extends TitledPane {
    private final OptionsModel options;
    private final BooleanBinding fixed;
    private final BooleanBinding begun;

    OptionsPanel(TrainModel model) {
        options = model.options();
        fixed = Bindings.createBooleanBinding(() -> !model.canStart(), model.stateProperty());
        begun = Bindings.createBooleanBinding(model::hasBegun, model.stateProperty());
        getStyleClass().add("options-panel");
        setText("Options");
        setCollapsible(false);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("option-grid");
        for (int number = 1; number <= TrainingOptions.STAGES; number++) {
            addStage(grid, number);
        }
        for (OptionField field :
                new OptionField[] {OptionField.BATCH, OptionField.SEED, OptionField.CHECKPOINT_MINUTES}) {
            add(grid, field);
        }
        heading(grid, "Learning rates");
        for (OptionField field : OptionField.values()) {
            if (field == OptionField.WEIGHT_PIXEL) {
                heading(grid, "Loss weights of stage 3");
            }
            if (field.compareTo(OptionField.RATE_GENERATOR) >= 0) {
                add(grid, field);
            }
        }
        Button defaults = new Button("Defaults");
        defaults.setId("option-defaults");
        defaults.getStyleClass().add(Styles.SMALL);
        defaults.disableProperty().bind(fixed.or(begun));
        defaults.setOnAction(e -> options.show(TrainingOptions.defaults()));
        VBox content = new VBox(grid, defaults);
        content.getStyleClass().add("panel");
        setContent(content);
    }

    private void addStage(GridPane grid, int number) {
        OptionField field = OptionField.values()[OptionField.EPOCHS_1.ordinal() + number - 1];
        CheckBox box = new CheckBox(field.label());
        box.setTooltip(new Tooltip(field.explained()));
        box.selectedProperty().bindBidirectional(options.stageProperty(number));
        box.disableProperty().bind(fixed.or(begun));
        TextField text = text(field);
        text.disableProperty().bind(fixed.or(box.selectedProperty().not()));
        addRow(grid, box, text, field);
    }

    private void add(GridPane grid, OptionField field) {
        Label label = new Label(field.label());
        label.setTooltip(new Tooltip(field.explained()));
        TextField text = text(field);
        text.disableProperty().bind(field.canChangeLater() ? fixed : fixed.or(begun));
        label.setLabelFor(text);
        addRow(grid, label, text, field);
    }

    private TextField text(OptionField field) {
        TextField text = new TextField();
        text.setId(field.id());
        text.setPrefColumnCount(6);
        text.setAccessibleText(field.label());
        text.setTooltip(new Tooltip(field.explained()));
        text.textProperty().bindBidirectional(options.textProperty(field));
        return text;
    }

    private void addRow(GridPane grid, Node label, TextField text, OptionField field) {
        int row = grid.getRowCount();
        grid.add(label, 0, row);
        grid.add(text, 1, row);
        Label problem = new Label();
        problem.getStyleClass().add("option-problem");
        problem.textProperty()
                .bind(Bindings.when(options.problemProperty(field).isEmpty())
                        .then("")
                        .otherwise(Bindings.concat("should be ", options.problemProperty(field))));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        grid.add(problem, 0, row + 1, 2, 1);
        options.problemProperty(field)
                .addListener((p, was, is) -> text.pseudoClassStateChanged(Styles.STATE_DANGER, !is.isEmpty()));
    }

    private static void heading(GridPane grid, String words) {
        Label label = new Label(words);
        label.getStyleClass().add("option-heading");
        grid.add(label, 0, grid.getRowCount(), 2, 1);
    }
}
