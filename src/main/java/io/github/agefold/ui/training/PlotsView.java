package io.github.agefold.ui.training;

import atlantafx.base.theme.Styles;
import io.github.agefold.file.WholeFile;
import io.github.agefold.ui.plot.PlotModel;
import io.github.agefold.ui.plot.PlotPane;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The curves of the stage that is looked at: the one that is trained, until the user chooses another. */
final class PlotsView extends VBox {
    private record Words(String button, String title, String empty, String pill) {}

    private static final Map<String, Words> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put(
                "adversarial",
                new Words(
                        "1 · GAN",
                        "Generator and discriminator",
                        "Stage 1 has not begun: generator and discriminator learn from each other.",
                        Styles.LEFT_PILL));
        STAGES.put(
                "approximation",
                new Words(
                        "2 · Encoder",
                        "Encoder",
                        "Stage 2 has not begun: the encoder learns to find z of generated faces.",
                        Styles.CENTER_PILL));
        STAGES.put(
                "optimization",
                new Words(
                        "3 · Together",
                        "Terms of the loss",
                        "Stage 3 has not begun: encoder and generator learn together to give faces back.",
                        Styles.RIGHT_PILL));
    }

    private final TrainPage.Exporter exporter;
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final Map<String, PlotPane> plots = new LinkedHashMap<>();
    private final PlotPane acceptance;
    private boolean chosen;

    PlotsView(TrainModel model, TrainPage.Exporter exporter) {
        this.exporter = exporter;
        getStyleClass().add("plots");
        ToggleGroup group = new ToggleGroup();
        HBox pills = new HBox();
        STAGES.forEach((stage, words) -> {
            ToggleButton button = new ToggleButton(words.button());
            button.getStyleClass().addAll(words.pill(), Styles.SMALL);
            button.setId("stage-" + stage);
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip("The curves of this stage"));
            button.setOnAction(e -> {
                chosen = true;
                look(stage);
            });
            buttons.put(stage, button);
            pills.getChildren().add(button);
            plots.put(stage, pane(words.title(), words.empty(), model.losses().stage(stage), stage));
        });
        acceptance = pane(
                "Identity accepted, %",
                "At each checkpoint: of how many validation faces FaceNet takes the reconstruction for the same person.",
                model.losses().acceptance(),
                "acceptance");
        getChildren().add(pills);
        model.stageProperty().addListener((p, was, is) -> follow(is));
        model.folderProperty().addListener((p, was, is) -> chosen = false);
        look("adversarial");
    }

    private PlotPane pane(String title, String empty, PlotModel plot, String name) {
        PlotPane pane = new PlotPane(title, empty, plot, new PlotPane.Exports() {
            @Override
            public void csv(String content) {
                exporter.save(
                        "Export as CSV",
                        name + ".csv",
                        file -> WholeFile.write(file, content.getBytes(StandardCharsets.UTF_8)));
            }

            @Override
            public void png(BufferedImage picture) {
                exporter.save("Export as PNG", name + ".png", file -> WholeFile.writePng(file, picture));
            }
        });
        pane.setId("plot-" + name);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private void follow(String stage) {
        if (!chosen && STAGES.containsKey(stage)) {
            look(stage);
        }
    }

    private void look(String stage) {
        Objects.requireNonNull(buttons.get(stage)).setSelected(true);
        getChildren().removeIf(node -> node instanceof PlotPane);
        getChildren().add(plots.get(stage));
        if (!stage.equals("adversarial")) {
            getChildren().add(acceptance);
        }
    }
}
