package io.github.agefold.ui.aging;

import atlantafx.base.theme.Styles;
import io.github.agefold.latent.Search;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** How the likeness is found: four buttons, plain words first and the field's term beside them. */
final class SearchChoice extends HBox {
    private record Words(String name, String explained, String pill) {}

    private static final Map<Search, Words> WORDS = Map.of(
            Search.Z0,
            new Words(
                    "Quick (z0)",
                    "The encoder's first guess of the latent vector, as it is. Done at once, least alike.",
                    Styles.LEFT_PILL),
            Search.PIXEL,
            new Words(
                    "Pixels (z*)",
                    "Improves the guess until the face looks like the photo, pixel by pixel, above all from the eyes to the mouth.",
                    Styles.CENTER_PILL),
            Search.IDENTITY,
            new Words(
                    "Identity (z*)",
                    "Improves the guess until FaceNet takes the face for the person in the photo.",
                    Styles.CENTER_PILL),
            Search.TUNED,
            new Words(
                    "Tuned (z0 and G)",
                    "Leaves the first guess and fits the generator itself to this photo. Best kept likeness; the longest wait.",
                    Styles.RIGHT_PILL));

    SearchChoice(AgeModel model) {
        getStyleClass().add("search-choice");
        HBox pills = new HBox();
        ToggleGroup group = new ToggleGroup();
        for (Search search : Search.values()) {
            Words words = Objects.requireNonNull(WORDS.get(search));
            ToggleButton button = new ToggleButton(words.name());
            button.getStyleClass().add(words.pill());
            button.setId("search-" + search.name().toLowerCase(Locale.ROOT));
            button.setTooltip(new Tooltip(words.explained()));
            button.setAccessibleText("Search: " + words.name());
            button.setToggleGroup(group);
            button.setSelected(model.searchProperty().get() == search);
            button.setOnAction(e -> {
                // a second press would leave none chosen
                button.setSelected(true);
                model.search(search);
            });
            pills.getChildren().add(button);
        }
        Label label = new Label("Search");
        label.getStyleClass().add("quiet");
        getChildren().addAll(label, pills);
    }

    /** What a search is called where the buttons are not in sight. */
    static String name(Search search) {
        return Objects.requireNonNull(WORDS.get(search)).name();
    }
}
