package io.github.agefold.ui;

import io.github.agefold.camera.Films;
import io.github.agefold.face.DetectedFace;
import io.github.agefold.strip.Aging;
import io.github.agefold.ui.control.FileDialogs;
import io.github.agefold.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.prefs.Preferences;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Shows the window with {@link TintedAging} behind it, to look at: scenario, light or dark, width, height,
 * and buttons to press later, as in {@code 3000:#cancel}; -Druns=DIR has the runs that the Train page offers. */
public final class WindowDemo {
    private WindowDemo() {}

    public static void main(String[] args) {
        Startup.quieten();
        Application.launch(Demo.class, args);
    }

    /** The window as {@code App} shows it, a photo being dropped by itself. */
    public static final class Demo extends Application {
        @Override
        public void start(Stage stage) {
            List<String> args = getParameters().getRaw();
            String scenario = args.get(0);
            Preferences preferences = new PreferencesInMemory();
            preferences.put(MainWindow.RUNS, System.getProperty("runs", "target/runs"));
            preferences.putBoolean("dark", args.get(1).equals("dark"));
            MainWindow window = new MainWindow(loading(scenario), new Answers(scenario), preferences);
            stage.setScene(window.scene());
            stage.setWidth(Double.parseDouble(args.get(2)));
            stage.setHeight(Double.parseDouble(args.get(3)));
            stage.setTitle("Agefold");
            stage.setX(0);
            stage.setY(0);
            stage.show();
            window.load();
            if (!scenario.equals("empty")) {
                press(window, "#welcome-open");
            }
            for (String later : args.subList(4, args.size())) {
                String[] parts = later.split(":", -1);
                PauseTransition pause = new PauseTransition(Duration.millis(Double.parseDouble(parts[0])));
                pause.setOnFinished(e -> press(window, parts[1]));
                pause.play();
            }
        }

        private static void press(MainWindow window, String button) {
            ((ButtonBase) window.scene().lookup(button)).fire();
        }
    }

    private static Callable<Aging> loading(String scenario) {
        List<DetectedFace> faces =
                switch (scenario) {
                    case "several" ->
                        List.of(
                                TintedAging.face(150, 20, 160),
                                TintedAging.face(380, 180, 90),
                                TintedAging.face(20, 300, 70));
                    case "noface" -> List.of();
                    default -> List.of(TintedAging.face(160, 40, 150));
                };
        return () -> {
            if (scenario.equals("weights")) {
                throw new WeightsException(
                        "generator.safetensors makes 128x128 faces; this program needs 64x64. Choose other weights.");
            }
            if (scenario.equals("loading")) {
                Thread.sleep(60_000);
            }
            return new TintedAging(faces, scenario.equals("progress") ? 100 : 1);
        };
    }

    private record Answers(String scenario) implements FileDialogs {
        private String photo() {
            return switch (scenario) {
                case "unreadable" -> "pom.xml";
                case "foreign" -> "target/Фото 写真 ağabey.png";
                default -> "assets/samples/astronaut.png";
            };
        }

        @Override
        public Optional<Path> openPhoto() {
            return Optional.of(Path.of(photo()));
        }

        @Override
        public Optional<Path> savePicture(String suggestedName) {
            return Optional.of(Path.of("target", suggestedName));
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(Path.of("target"));
        }

        @Override
        public Optional<Path> openFolder(String title) {
            return Optional.ofNullable(System.getProperty("data")).map(Path::of);
        }

        @Override
        public Optional<Path> openFile(String title, String kind, String... endings) {
            if (!List.of(endings).contains("avi")) {
                return Optional.empty();
            }
            try {
                return Optional.of(Films.avi(Path.of("target", "sway.avi"), Films.swaying(90)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Optional<Path> saveFile(String title, String suggestedName) {
            return Optional.empty();
        }
    }
}
