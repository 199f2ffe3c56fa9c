package io.github.agefold.ui.camera;

import io.github.agefold.face.FaceBox;
import io.github.agefold.live.LiveFrame;
import io.github.agefold.live.TrackedFace;
import io.github.agefold.photo.Photo;
import io.github.agefold.ui.control.Film;
import java.util.Comparator;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The camera's picture as large as there is room, with boxes and landmarks over it; a click on a face has it followed. */
final class PictureView extends Region {
    private static final Color FOLLOWED = Color.web("#4493f8");
    private static final Color OTHER = Color.web("#ffffff", 0.85);

    private final CameraModel model;
    private final Film film = new Film();
    private final ImageView picture = new ImageView();
    private final Canvas overlay = new Canvas();
    private final Group mirror = new Group(picture, overlay);

    PictureView(CameraModel model) {
        this.model = model;
        getStyleClass().add("photo-view");
        getChildren().add(mirror);
        picture.setSmooth(true);
        picture.setAccessibleText("The camera's picture");
        overlay.setMouseTransparent(true);
        mirror.setManaged(false);
        model.frameProperty().addListener((p, was, is) -> show(is));
        model.liveProperty().addListener((p, was, is) -> draw());
        model.landmarksProperty().addListener((p, was, is) -> draw());
        model.mirroredProperty().addListener((p, was, is) -> turn());
        picture.setOnMouseClicked(e -> faceAt(e.getX(), e.getY()).ifPresent(model::follow));
        turn();
    }

    private void turn() {
        mirror.setScaleX(model.mirroredProperty().get() ? -1 : 1);
    }

    private void show(@Nullable Grabbed grabbed) {
        if (grabbed == null) {
            picture.setImage(null);
            return;
        }
        film.show(grabbed.photo());
        if (picture.getImage() != film.image()) {
            picture.setImage(film.image());
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        if (picture.getImage() == null) {
            return;
        }
        double width = picture.getImage().getWidth();
        double height = picture.getImage().getHeight();
        double scale = Math.min(getWidth() / width, getHeight() / height);
        picture.setFitWidth(Math.floor(width * scale));
        picture.setFitHeight(Math.floor(height * scale));
        overlay.setWidth(picture.getFitWidth());
        overlay.setHeight(picture.getFitHeight());
        mirror.setLayoutX(Math.floor((getWidth() - picture.getFitWidth()) / 2));
        mirror.setLayoutY(Math.floor((getHeight() - picture.getFitHeight()) / 2));
        draw();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 160;
    }

    private Optional<TrackedFace> faceAt(double x, double y) {
        LiveFrame live = model.liveProperty().get();
        if (live == null) {
            return Optional.empty();
        }
        double scale = picture.getFitWidth() / live.photo().width();
        return live.faces().stream()
                .filter(face -> contains(face.box(), x / scale, y / scale))
                .min(Comparator.comparingDouble(face -> face.box().area()));
    }

    private static boolean contains(FaceBox box, double x, double y) {
        return x >= box.x() && x < box.x() + box.width() && y >= box.y() && y < box.y() + box.height();
    }

    /** Boxes stand where the newest aged frame has them; several faces always have theirs, to be chosen from. */
    private void draw() {
        LiveFrame live = model.liveProperty().get();
        boolean all = model.landmarksProperty().get();
        boolean any = live != null && (all || live.faces().size() > 1);
        // an empty canvas costs as much to draw as a full one
        overlay.setVisible(any);
        if (!any) {
            return;
        }
        GraphicsContext graphics = overlay.getGraphicsContext2D();
        graphics.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        Photo photo = live.photo();
        double scale = overlay.getWidth() / photo.width();
        for (TrackedFace face : live.faces()) {
            boolean followed = face.id() == live.followed().orElse(-1);
            graphics.setStroke(followed ? FOLLOWED : OTHER);
            graphics.setFill(followed ? FOLLOWED : OTHER);
            graphics.setLineWidth(followed ? 3 : 2);
            FaceBox box = face.box();
            graphics.strokeRoundRect(
                    box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale, 12, 12);
            if (all && face.location() != null) {
                double[] points = face.location().landmarks();
                for (int i = 0; i < points.length; i += 2) {
                    graphics.fillOval(points[i] * scale - 1.5, points[i + 1] * scale - 1.5, 3, 3);
                }
            }
        }
    }
}
