package io.github.agefold.ui.aging;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import io.github.agefold.strip.AgedFace;
import io.github.agefold.strip.Captions;
import io.github.agefold.ui.control.Pictures;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** One face of the strip on the screen, with its caption; an empty tile until the face is there. */
final class FaceColumn extends VBox {
    /** How much room the caption takes under a face, in pixels. */
    static final double CAPTION_HEIGHT = 66;

    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final double TRULY_AGED = 0.73;
    private static final String DISTANCE_EXPLAINED =
            """
            Identity distance: how far FaceNet, the face recogniser,
            finds this face from the one in the photo.
            Up to 0.60: FaceNet takes both for one person.
            Up to 0.73: what truly aged faces have.
            Above: the likeness is getting lost.""";
    private static final String LOOKS_EXPLAINED = "How old the age estimator takes this face to be, in years.";

    private final String heading;
    private final ImageView picture = new ImageView();
    private final StackPane tile = new StackPane(picture);
    private final Label title = new Label();
    private final Label looks = new Label();
    private final Label distance = new Label();

    /** @param heading what stands under the face: an age group, or "Original" */
    FaceColumn(String heading) {
        this.heading = heading;
        getChildren().setAll(tile, title, looks, distance);
        getStyleClass().add("face-column");
        tile.getStyleClass().add("face-tile");
        title.getStyleClass().add("face-title");
        looks.getStyleClass().add("face-caption");
        distance.getStyleClass().add("face-caption");
        picture.setSmooth(true);
        setAlignment(Pos.TOP_CENTER);
        explain(looks, LOOKS_EXPLAINED);
        explain(distance, DISTANCE_EXPLAINED);
        clear();
    }

    private static void explain(Label label, String words) {
        Tooltip tooltip = new Tooltip(words);
        tooltip.setShowDelay(Duration.millis(300));
        tooltip.setShowDuration(Duration.INDEFINITE);
        label.setTooltip(tooltip);
    }

    /** Takes the face away. */
    void clear() {
        picture.setImage(null);
        title.setText(heading);
        looks.setText("");
        distance.setText("");
        pseudoClassStateChanged(OWN, false);
        distance.pseudoClassStateChanged(FAR, false);
        setAccessibleText(heading);
    }

    void showOriginal(Face face, double estimatedAge) {
        picture.setImage(Pictures.of(face));
        looks.setText(Captions.looks(estimatedAge));
        setAccessibleText(heading + ", " + looks.getText());
    }

    /** @param own whether the person is in this age group already */
    void show(AgedFace aged, boolean own) {
        showOriginal(aged.face(), aged.estimatedAge());
        title.setText(own ? heading + " · now" : heading);
        distance.setText(Captions.distance(aged.identityDistance()));
        pseudoClassStateChanged(OWN, own);
        distance.pseudoClassStateChanged(FAR, aged.identityDistance() > TRULY_AGED);
        setAccessibleText(title.getText() + ", " + looks.getText() + ", identity " + distance.getText());
    }

    /** Sets how wide and high the face is drawn. */
    void resizeFace(double side) {
        picture.setFitWidth(side);
        picture.setFitHeight(side);
        tile.setMinSize(side, side);
        tile.setMaxSize(side, side);
    }

    /** A column for an age group. */
    static FaceColumn of(AgeGroup group) {
        return new FaceColumn(group.label());
    }
}
