package io.github.agefold.ui.camera;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import io.github.agefold.ui.control.Film;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** One face of the live strip: a tile that is empty as long as there is none. */
final class LiveFace extends Region {
    private final Film film = new Film();
    private final ImageView picture = new ImageView();

    LiveFace(AgeGroup group) {
        getStyleClass().add("face-tile");
        picture.setSmooth(true);
        picture.setAccessibleText(group.label());
        getChildren().add(picture);
    }

    void show(Face face) {
        film.show(face.toRgb(), Face.SIDE, Face.SIDE);
        picture.setImage(film.image());
    }

    void clear() {
        picture.setImage(null);
    }

    void mirror(boolean mirrored) {
        picture.setScaleX(mirrored ? -1 : 1);
    }

    @Override
    protected void layoutChildren() {
        picture.setFitWidth(getWidth());
        picture.setFitHeight(getHeight());
        picture.relocate(0, 0);
    }
}
