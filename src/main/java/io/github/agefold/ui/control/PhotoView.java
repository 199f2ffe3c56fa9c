package io.github.agefold.ui.control;

import io.github.agefold.face.DetectedFace;
import io.github.agefold.face.FaceBox;
import io.github.agefold.photo.Photo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A photo as large as there is room, with a box over every face; boxes are buttons, for the mouse and the keyboard. */
public final class PhotoView extends Region {
    private static final int LONGEST_SHOWN = 1600;

    private final ImageView picture = new ImageView();
    private final List<ToggleButton> boxes = new ArrayList<>();
    private final Executor files;
    private final Executor screen;
    private final Consumer<DetectedFace> chosen;
    private @Nullable Photo photo;
    private List<DetectedFace> faces = List.of();

    /**
     * @param files where a large photo is made smaller
     * @param screen where it is shown then
     * @param chosen told of the face whose box was pressed
     */
    public PhotoView(Executor files, Executor screen, Consumer<DetectedFace> chosen) {
        this.files = files;
        this.screen = screen;
        this.chosen = chosen;
        getStyleClass().add("photo-view");
        picture.setSmooth(true);
        getChildren().add(picture);
    }

    /** Shows another photo, or none. */
    public void show(@Nullable Photo next) {
        photo = next;
        picture.setImage(null);
        picture.setAccessibleText(next == null ? "" : "Photo " + next.name());
        if (next != null) {
            var unused = CompletableFuture.supplyAsync(() -> Pictures.of(next, LONGEST_SHOWN), files)
                    .thenAcceptAsync(image -> showIfStill(next, image), screen);
        }
    }

    @SuppressWarnings("ReferenceEquality") // comparing pixels would take long
    private void showIfStill(Photo shown, Image image) {
        if (photo == shown) {
            picture.setImage(image);
            requestLayout();
        }
    }

    /** Puts a box over each face, the largest first; a face that is alone needs no choosing. */
    public void show(List<DetectedFace> found) {
        faces = found;
        getChildren().removeAll(boxes);
        boxes.clear();
        for (int i = 0; i < found.size(); i++) {
            boxes.add(box(found.get(i), i));
        }
        getChildren().addAll(boxes);
    }

    private ToggleButton box(DetectedFace face, int index) {
        ToggleButton box = new ToggleButton();
        box.getStyleClass().setAll("face-box");
        box.setId("face-" + (index + 1));
        box.setAccessibleText("Face " + (index + 1) + " of " + faces.size()
                + (index == 0 && faces.size() > 1 ? ", the largest" : ""));
        boolean several = faces.size() > 1;
        box.setMouseTransparent(!several);
        box.setFocusTraversable(several);
        box.setOnAction(e -> {
            select(face);
            chosen.accept(face);
        });
        // Space presses a button by itself, Enter does not
        box.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                box.fire();
                e.consume();
            }
        });
        return box;
    }

    /** Marks the box of this face. */
    public void select(@Nullable DetectedFace face) {
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).setSelected(faces.get(i).equals(face));
        }
    }

    /** Puts the keyboard's focus on the first face. */
    public void focusFirst() {
        if (!boxes.isEmpty()) {
            boxes.get(0).requestFocus();
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 160;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 120;
    }

    @Override
    protected void layoutChildren() {
        Photo shown = photo;
        if (shown == null) {
            return;
        }
        double scale = Math.min(getWidth() / shown.width(), getHeight() / shown.height());
        double left = (getWidth() - shown.width() * scale) / 2;
        double top = (getHeight() - shown.height() * scale) / 2;
        picture.setFitWidth(shown.width() * scale);
        picture.setFitHeight(shown.height() * scale);
        picture.relocate(left, top);
        for (int i = 0; i < boxes.size(); i++) {
            place(boxes.get(i), faces.get(i).box(), scale, left, top, shown);
        }
    }

    /** Boxes may reach over the photo's edge; on the screen they end there. */
    private void place(ToggleButton box, FaceBox at, double scale, double left, double top, Photo shown) {
        double x = Math.max(0, at.x());
        double y = Math.max(0, at.y());
        double width = Math.max(1, Math.min(shown.width(), at.x() + at.width()) - x);
        double height = Math.max(1, Math.min(shown.height(), at.y() + at.height()) - y);
        box.resizeRelocate(
                left + x * scale, top + y * scale, Math.max(16, width * scale), Math.max(16, height * scale));
    }
}
