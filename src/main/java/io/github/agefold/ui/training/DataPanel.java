package io.github.agefold.ui.training;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.strip.FaceImage;
import io.github.agefold.ui.control.Pictures;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the run learns from: how many faces of each group, a few of them, and what was left out and why. */
final class DataPanel extends TitledPane {
    private static final double THUMBNAIL = 40;
    private static final int MOST_REASONS = 8;

    private final TrainModel model;
    private final VBox content = new VBox();

    DataPanel(TrainModel model) {
        this.model = model;
        getStyleClass().add("data-panel");
        setText("Data");
        setCollapsible(false);
        content.getStyleClass().add("panel");
        setContent(content);
        model.dataProperty().addListener((p, was, is) -> show(is));
        model.sourceProperty()
                .addListener((p, was, is) -> show(model.dataProperty().get()));
        show(null);
    }

    private void show(@Nullable DataSummary data) {
        content.getChildren().clear();
        if (!model.sourceProperty().get().isEmpty()) {
            content.getChildren().add(line(model.sourceProperty().get(), "quiet"));
        }
        if (data == null) {
            return;
        }
        content.getChildren().add(groups(data));
        content.getChildren()
                .add(line(
                        number(data.training()) + " faces to train on, " + number(data.heldOut())
                                + " more kept back to measure on",
                        "quiet"));
        content.getChildren().add(faces(data));
        if (data.refusedInAll() > 0) {
            content.getChildren().add(line(number(data.refusedInAll()) + " left out:", "refused-heading"));
            data.refused().entrySet().stream().limit(MOST_REASONS).forEach(r -> content.getChildren()
                    .add(line(number(r.getValue()) + ": " + r.getKey(), "quiet")));
            if (data.refused().size() > MOST_REASONS) {
                content.getChildren().add(line("… and for other reasons", "quiet"));
            }
        }
    }

    private static GridPane groups(DataSummary data) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("group-counts");
        int most = data.groups().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        for (Map.Entry<AgeGroup, Integer> group : data.groups().entrySet()) {
            ProgressBar bar = new ProgressBar((double) group.getValue() / Math.max(1, most));
            bar.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(bar, Priority.ALWAYS);
            Label count = new Label(number(group.getValue()));
            count.setId("count-" + group.getKey().id());
            grid.addRow(group.getKey().ordinal(), new Label(group.getKey().label()), bar, count);
        }
        return grid;
    }

    private static FlowPane faces(DataSummary data) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("thumbnails");
        for (LabelledFace face : data.samples()) {
            ImageView view = new ImageView(Pictures.of(FaceImage.of(face.face(), 2 * (int) THUMBNAIL)));
            view.setFitWidth(THUMBNAIL);
            view.setFitHeight(THUMBNAIL);
            Tooltip.install(
                    view, new Tooltip(face.name() + ", group " + face.group().label()));
            pane.getChildren().add(view);
        }
        return pane;
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
    }
}
