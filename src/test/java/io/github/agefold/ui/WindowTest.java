package io.github.agefold.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.strip.Aging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
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

/** Clicks and types through the real window, with tinted faces in place of the networks'. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private static final Path PHOTO = Path.of("assets/samples/astronaut.png");

    @TempDir
    Path folder;

    private final Preferences preferences = new PreferencesInMemory();
    private MainWindow window;

    @Start
    void start(Stage stage) {
        Aging aging = new TintedAging(List.of(TintedAging.face(160, 40, 150), TintedAging.face(380, 180, 90)), 8);
        window = new MainWindow(() -> aging, new Answers(), preferences);
        stage.setScene(window.scene());
        stage.show();
        window.load();
    }

    @AfterEach
    void close() throws Exception {
        WaitForAsyncUtils.asyncFx(window::close).get();
    }

    @Test
    void photoIsChosenAFaceClickedAndTheStripSaved(FxRobot robot) throws Exception {
        robot.clickOn("#welcome-open");
        await(() -> title(robot).equals("Which face?"));
        robot.clickOn("#face-2");
        await(() -> title(robot).startsWith("Looks 27"));
        assertThat(robot.lookup(".face-title").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly("Original", "0–18", "19–29 · now", "30–39", "40–49", "50–59", "60+");

        robot.clickOn("#save-strip");
        await(() -> Files.exists(folder.resolve("astronaut-ages.png")));
        robot.clickOn("#save-faces");
        await(() -> Files.exists(folder.resolve("astronaut-ages/06_60plus.png")));
    }

    @Test
    void photoThatTheProgramIsStartedWithIsAgedAtOnce(FxRobot robot) throws Exception {
        robot.interact(() -> window.open(PHOTO));
        await(() -> title(robot).equals("Which face?"));
    }

    @Test
    void everySizeOfTheIconIsThere(FxRobot robot) {
        assertThat(Icons.all()).noneMatch(Image::isError).allMatch(icon -> icon.getWidth() == icon.getHeight());
    }

    @Test
    void keysOpenChooseCancelAndSave(FxRobot robot) throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        await(() -> title(robot).equals("Which face?"));
        robot.push(KeyCode.ENTER);
        await(() -> title(robot).startsWith("Ageing"));
        robot.push(KeyCode.ESCAPE);
        await(() -> title(robot).equals("Cancelled"));
        robot.clickOn("#again");
        await(() -> title(robot).startsWith("Looks 27"));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        await(() -> Files.exists(folder.resolve("astronaut-ages.png")));
    }

    @Test
    void pictureIsPastedAndTheStripCopied(FxRobot robot) throws Exception {
        robot.interact(() -> {
            ClipboardContent picture = new ClipboardContent();
            picture.putImage(new Image(PHOTO.toUri().toString()));
            Clipboard.getSystemClipboard().setContent(picture);
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        await(() -> title(robot).equals("Which face?"));
        robot.clickOn("#start");
        await(() -> title(robot).startsWith("Looks 27"));

        robot.push(KeyCode.SHORTCUT, KeyCode.C);

        await(() -> Clipboard.getSystemClipboard().getImage().getWidth() > 7 * 256);
    }

    @Test
    void darkColoursAreRemembered(FxRobot robot) throws Exception {
        assertThat(robot.lookup("#theme").queryAs(Button.class).getAccessibleText())
                .isEqualTo("Dark colours");

        robot.clickOn("#theme");

        assertThat(robot.lookup("#theme").queryAs(Button.class).getAccessibleText())
                .isEqualTo("Light colours");
        assertThat(preferences.getBoolean("dark", false)).isTrue();
    }

    private static String title(FxRobot robot) {
        return robot.lookup("#state-title").queryAs(Label.class).getText();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private final class Answers extends NoDialogs {
        @Override
        public Optional<Path> openPhoto() {
            return Optional.of(PHOTO);
        }

        @Override
        public Optional<Path> savePicture(String suggestedName) {
            return Optional.of(folder.resolve(suggestedName));
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(folder);
        }
    }
}
