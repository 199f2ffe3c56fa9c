package io.github.agefold.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.camera.Films;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Clicks and types through the Camera page of the real window, on a film, with tinted faces in place of the networks'. */
@ExtendWith(ApplicationExtension.class)
class CameraWindowTest {
    @TempDir
    Path folder;

    private final Preferences preferences = new PreferencesInMemory();
    private MainWindow window;

    @Start
    void start(Stage stage) {
        preferences.put("camera.folder", folder.resolve("kept").toString());
        window = new MainWindow(
                () -> new TintedAging(List.of(TintedAging.face(220, 130, 190), TintedAging.face(20, 20, 60)), 5),
                new Answers(),
                preferences);
        stage.setScene(window.scene());
        stage.show();
        window.load();
    }

    @AfterEach
    void close() throws Exception {
        WaitForAsyncUtils.asyncFx(window::close).get();
    }

    @Test
    void filmIsShownKeptByEnterAndTakenToTheAgePageBySpace(FxRobot robot) throws Exception {
        openFilm(robot);

        robot.push(KeyCode.ENTER);
        await(() -> kept() == 2);
        robot.push(KeyCode.SPACE);

        await(() -> robot.lookup("#state-title").tryQueryAs(Label.class).isPresent());
        // the face that was followed is aged, without a question which
        await(() -> robot.lookup("#state-title").queryAs(Label.class).getText().startsWith("Looks 27"));
        assertThat(robot.lookup("#freeze").tryQuery()).isEmpty();
    }

    @Test
    void keysAreThePagesEvenAfterAClickOnASwitch(FxRobot robot) throws Exception {
        openFilm(robot);
        robot.clickOn("#landmarks");
        await(() -> robot.lookup("#landmarks").queryAs(ToggleButton.class).isSelected());
        robot.clickOn("#mirror");
        await(() -> !preferences.getBoolean("camera.mirrored", true));

        robot.push(KeyCode.ENTER);

        await(() -> kept() == 2);
        assertThat(preferences.getBoolean("camera.mirrored", true)).isFalse();
    }

    private void openFilm(FxRobot robot) throws Exception {
        robot.clickOn("Camera");
        robot.clickOn("#open-film");
        await(() -> !robot.lookup("#camera-save").queryButton().isDisabled());
        await(() -> robot.lookup("#camera-problem")
                .tryQuery()
                .map(Node::getParent)
                .filter(Node::isVisible)
                .isEmpty());
    }

    private long kept() throws IOException {
        if (!Files.isDirectory(folder.resolve("kept"))) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
            return files.filter(file -> file.toString().endsWith(".png")).count();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private final class Answers extends NoDialogs {
        @Override
        public Optional<Path> openFile(String title, String kind, String... endings) {
            try {
                return Optional.of(Films.avi(folder.resolve("film.avi"), Films.swaying(3)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
