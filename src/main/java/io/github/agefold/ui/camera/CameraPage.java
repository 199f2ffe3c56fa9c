package io.github.agefold.ui.camera;

import io.github.agefold.camera.FrameSource;
import io.github.agefold.camera.FrameSources;
import io.github.agefold.ui.background.NetworkThread;
import io.github.agefold.ui.control.FileDialogs;
import io.github.agefold.ui.control.Toast;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page of the live preview: the picture above, six ages of the face below. The camera is held as long as the page is shown. */
public final class CameraPage extends BorderPane {
    private static final KeyCombination FREEZE = new KeyCodeCombination(KeyCode.SPACE);
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.ENTER);
    private static final KeyCombination NEXT_FACE = new KeyCodeCombination(KeyCode.RIGHT);

    private final CameraModel model;
    private final FileDialogs dialogs;
    private final Consumer<Frozen> ageing;
    private final CameraTools tools;

    /**
     * @param networks whose loading the strip waits for
     * @param ageing takes a frozen frame to the Age page
     */
    public CameraPage(CameraModel model, NetworkThread networks, FileDialogs dialogs, Consumer<Frozen> ageing) {
        this.model = model;
        this.dialogs = dialogs;
        this.ageing = ageing;
        getStyleClass().add("camera-page");
        Toast toast = new Toast();
        model.noticeProperty().addListener((p, was, is) -> toast.show(is));
        StackPane.setAlignment(toast, Pos.TOP_CENTER);
        StackPane picture = new StackPane(new PictureView(model), new ProblemPanel(model, this::openFilm), toast);
        VBox.setVgrow(picture, Priority.ALWAYS);
        VBox work = new VBox(picture, new LiveStripView(model, networks), statusLine());
        work.getStyleClass().add("work");
        tools = new CameraTools(model, this::openFilm, this::freeze);
        setTop(tools);
        setCenter(work);
        setFocusTraversable(true);
        // space and Enter are the page's: after a click no control keeps them
        addEventFilter(MouseEvent.MOUSE_RELEASED, e -> Platform.runLater(this::takeFocus));
        sceneProperty().addListener((p, was, is) -> {
            if (is == null) {
                model.stop();
            } else {
                model.start();
                Platform.runLater(this::takeFocus);
            }
        });
    }

    /** An open list of cameras keeps the keyboard. */
    private void takeFocus() {
        if (getScene() != null && !tools.isChoosing()) {
            requestFocus();
        }
    }

    private Label statusLine() {
        Label line = new Label();
        line.setId("camera-status");
        line.getStyleClass().add("quiet");
        line.setMinHeight(USE_PREF_SIZE);
        model.ratesProperty()
                .addListener((p, was, is) -> line.setText(
                        is.frames() == 0
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "%.0f pictures and %.0f strips a second; a strip is %.0f ms behind its picture. Space freezes, "
                                                + "Enter saves.",
                                        is.frames(),
                                        is.strips(),
                                        is.latency())));
        return line;
    }

    /** The page's keys; the window listens to them while the page is shown. */
    public Map<KeyCombination, Runnable> keys() {
        Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
        keys.put(FREEZE, this::freeze);
        keys.put(SAVE, model::save);
        keys.put(NEXT_FACE, model::followNext);
        return keys;
    }

    private void freeze() {
        model.freeze().ifPresent(ageing);
    }

    private void openFilm() {
        dialogs.openFile(
                        "Open a film, or one of the pictures in a folder",
                        "Films and pictures",
                        "avi",
                        "mp4",
                        "mov",
                        "jpg",
                        "jpeg",
                        "png")
                .ifPresent(file -> model.openFilm(filmOf(file)));
    }

    /** A picture stands for the folder that it is in. */
    private static FrameSource filmOf(Path file) {
        boolean isPicture = file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|bmp|webp|tiff?)");
        return FrameSources.film(
                isPicture ? Objects.requireNonNull(file.toAbsolutePath().getParent()) : file);
    }

    static String withKey(String words, KeyCombination key) {
        return words + " (" + key.getDisplayText() + ")";
    }

    static String freezeWords() {
        return withKey("Take this frame to the Age page, for the full search", FREEZE);
    }

    static String saveWords() {
        return withKey("Keep the frame and its strip as pictures", SAVE);
    }
}
