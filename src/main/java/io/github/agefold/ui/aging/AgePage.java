package io.github.agefold.ui.aging;

import io.github.agefold.photo.PhotoReader;
import io.github.agefold.strip.AgeStrip;
import io.github.agefold.strip.StripImage;
import io.github.agefold.ui.background.NetworkThread;
import io.github.agefold.ui.control.FileDialogs;
import io.github.agefold.ui.control.Notice;
import io.github.agefold.ui.control.PhotoView;
import io.github.agefold.ui.control.Pictures;
import io.github.agefold.ui.control.Toast;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page that turns a photo into a strip: the photo and what is going on above, the strip and its saving below. */
public final class AgePage extends BorderPane {
    private final AgeModel model;
    private final StripSaving saving;
    private final FileDialogs dialogs;
    private final PhotoIntake intake;
    private final Toast toast = new Toast();
    private final PhotoView photo;
    private final StripView strip = new StripView();

    /**
     * @param networks whose loading the page waits for
     * @param files runs what the screen must not wait for
     * @param screen the screen's thread
     */
    public AgePage(
            AgeModel model,
            StripSaving saving,
            NetworkThread networks,
            PhotoReader reader,
            FileDialogs dialogs,
            Executor files,
            Executor screen) {
        this.model = model;
        this.saving = saving;
        this.dialogs = dialogs;
        intake = new PhotoIntake(model, reader, dialogs, toast::show);
        photo = new PhotoView(files, screen, model::choose);
        getStyleClass().add("age-page");
        SaveBar saveBar = new SaveBar(saving, this::saveStrip, this::saveFaces, this::copy);
        HBox above = new HBox(photo, new StatePanel(model, networks, intake::choose));
        above.getStyleClass().add("above");
        HBox.setHgrow(photo, Priority.ALWAYS);
        VBox work = new VBox(above, strip, saveBar);
        work.getStyleClass().add("work");
        VBox.setVgrow(above, Priority.ALWAYS);
        Welcome welcome = new Welcome(networks, intake::choose, intake::paste);
        StackPane.setAlignment(toast, Pos.TOP_CENTER);
        HBox tools = tools();
        setTop(tools);
        setCenter(new StackPane(welcome, work, toast));
        intake.acceptDrops(this);
        welcome.visibleProperty().bind(model.stateProperty().isEqualTo(AgeState.EMPTY));
        work.visibleProperty().bind(welcome.visibleProperty().not());
        tools.visibleProperty().bind(work.visibleProperty());
        tools.managedProperty().bind(work.visibleProperty());
        saveBar.disableProperty().bind(model.stripProperty().isNull());
        follow();
    }

    private HBox tools() {
        Button open = new Button("Open photo…", new FontIcon(Feather.FOLDER));
        open.setId("open");
        open.setTooltip(Keys.tooltip("Open another photo, or drop one anywhere", Keys.OPEN));
        open.setOnAction(e -> intake.choose());
        Button paste = new Button("Paste", new FontIcon(Feather.CLIPBOARD));
        paste.setId("paste");
        paste.setTooltip(Keys.tooltip("Take a photo from the clipboard", Keys.PASTE));
        paste.setOnAction(e -> intake.paste());
        Separator separator = new Separator(Orientation.VERTICAL);
        HBox tools = new HBox(open, paste, separator, new SearchChoice(model));
        tools.getStyleClass().add("tools");
        return tools;
    }

    private void follow() {
        model.photoProperty().addListener((p, was, is) -> photo.show(is));
        model.facesProperty().addListener((p, was, is) -> photo.show(is));
        model.chosenProperty().addListener((p, was, is) -> photo.select(is));
        model.stripProperty().addListener((p, was, is) -> strip.show(is));
        saving.noticeProperty().addListener((p, was, is) -> toast.show(is));
        model.stateProperty().addListener((p, was, is) -> {
            if (is == AgeState.CHOOSING) {
                photo.focusFirst();
            }
        });
    }

    /** The page's keys; the window listens to them while the page is shown. */
    public Map<KeyCombination, Runnable> keys() {
        Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
        keys.put(Keys.OPEN, intake::choose);
        keys.put(Keys.PASTE, intake::paste);
        keys.put(Keys.SAVE, this::saveStrip);
        keys.put(Keys.COPY, this::copy);
        keys.put(Keys.CANCEL, model::cancel);
        return keys;
    }

    /** Ages a photo as if it had been chosen here. */
    public void open(Path file) {
        intake.open(file);
    }

    private void saveStrip() {
        AgeStrip finished = model.stripProperty().get();
        if (finished != null) {
            String name = StripSaving.suggestedName(model.nameProperty().get()) + ".png";
            dialogs.savePicture(name).ifPresent(file -> saving.saveStrip(finished, file));
        }
    }

    private void saveFaces() {
        AgeStrip finished = model.stripProperty().get();
        if (finished != null) {
            String name = model.nameProperty().get();
            dialogs.folder().ifPresent(folder -> saving.saveFaces(finished, folder, name));
        }
    }

    private void copy() {
        AgeStrip finished = model.stripProperty().get();
        if (finished != null) {
            ClipboardContent content = new ClipboardContent();
            content.putImage(Pictures.of(StripImage.of(finished, saving.options())));
            Clipboard.getSystemClipboard().setContent(content);
            toast.show(Notice.success("Copied the strip"));
        }
    }
}
