package io.github.agefold.ui;

import io.github.agefold.strip.Aging;
import io.github.agefold.ui.control.SystemFileDialogs;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The program with a window. */
public final class App extends Application {
    private static final double WIDTH = 1120;
    private static final double HEIGHT = 790;

    /** JavaFX makes the application itself, without arguments: this is where it finds what it was started with. */
    private static volatile @Nullable Start handedOver;

    private @Nullable MainWindow window;

    private record Start(Callable<Aging> loading, @Nullable Path photo) {}

    /**
     * Opens the window and returns when it is closed.
     *
     * @param loading makes the networks, behind the open window; the message of its {@link java.io.IOException} is shown as it is
     * @param photo the photo to begin with, if there is one
     * @throws NoDisplayException if there is nothing to open a window on
     */
    public static void open(Callable<Aging> loading, @Nullable Path photo) throws NoDisplayException {
        handedOver = new Start(loading, photo);
        Startup.quieten();
        try {
            Application.launch(App.class);
        } catch (RuntimeException | LinkageError e) {
            if (Startup.isForWantOfDisplay(e)) {
                throw new NoDisplayException(e);
            }
            throw e;
        }
    }

    @Override
    public void start(Stage stage) {
        Start begin = Objects.requireNonNull(handedOver, "started by App.open alone");
        window = new MainWindow(
                begin.loading(),
                new SystemFileDialogs(() -> stage),
                Preferences.userNodeForPackage(App.class),
                page -> getHostServices().showDocument(page.toUri().toString()));
        // the system ends the program without stop() being called
        Runtime.getRuntime().addShutdownHook(new Thread(window::saveRun, "save the run"));
        stage.setScene(window.scene());
        stage.setTitle("Agefold");
        stage.getIcons().setAll(Icons.all());
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.show();
        // under newer window managers on Linux JavaFX 21 forgets the size asked for before (JDK-8316423)
        Platform.runLater(() -> size(stage));
        window.load();
        if (begin.photo() != null) {
            window.open(begin.photo());
        }
    }

    private static void size(Stage stage) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, room.getWidth()));
        stage.setHeight(Math.min(HEIGHT, room.getHeight()));
        stage.centerOnScreen();
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }
}
