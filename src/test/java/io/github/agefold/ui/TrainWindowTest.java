package io.github.agefold.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.stage.RunFolder;
import io.github.agefold.strip.Aging;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Clicks a whole run through the real window: real networks, a few dozen faces that the test makes, a few steps. */
@ExtendWith(ApplicationExtension.class)
class TrainWindowTest {
    private static final int FACES_OF_A_GROUP = 6;

    @TempDir
    Path folder;

    private final Preferences preferences = new PreferencesInMemory();
    private MainWindow window;

    @Start
    void start(Stage stage) throws IOException {
        makeFaces(Files.createDirectory(folder.resolve("faces")));
        preferences.put(MainWindow.RUNS, folder.resolve("runs").toString());
        Aging aging = new TintedAging(List.of(), 0);
        window = new MainWindow(() -> aging, new Answers(), preferences);
        stage.setScene(window.scene());
        stage.show();
        window.load();
    }

    @AfterEach
    void close() throws Exception {
        WaitForAsyncUtils.asyncFx(window::close).get(2, TimeUnit.MINUTES);
    }

    @Test
    void runIsStartedPausedResumedStoppedReopenedFinishedAndUsed(FxRobot robot) throws Exception {
        robot.clickOn("Train");
        robot.clickOn("#train-folder");
        await(robot, "Ready to train");
        assertThat(robot.lookup("#count-60plus").queryAs(Label.class).getText()).isNotEqualTo("0");
        type(robot, "#option-batch", "1");
        assertThat(robot.lookup("#run-start").query().isDisabled()).isTrue();
        type(robot, "#option-batch", "6");
        type(robot, "#option-epochs-1", "1");
        type(robot, "#option-epochs-2", "0.5");
        type(robot, "#option-epochs-3", "0.4");

        robot.clickOn("#run-start");
        await(() -> text(robot, "#run-words").contains("step 1 of"));
        robot.clickOn("#run-pause");
        await(robot, "Paused");
        assertThat(text(robot, "#samples-title")).startsWith("Samples at step");
        await(() -> robot.lookup("#samples-picture").queryAs(ImageView.class).getImage() != null);
        robot.clickOn("#run-start");
        await(() -> text(robot, "#run-title").startsWith("Training"));
        robot.clickOn("#run-stop");
        await(() -> text(robot, "#run-title").endsWith("stopped"));

        robot.clickOn("#train-other");
        await(() -> robot.lookup(".recent-run").tryQuery().isPresent());
        robot.clickOn(".recent-run");
        await(() -> text(robot, "#run-title").endsWith("stopped"));
        assertThat(robot.lookup(".plot-legend-entry").queryAllAs(CheckBox.class))
                .extracting(CheckBox::getText)
                .contains("generator", "discriminator", "D(x)", "D(G(z))");
        robot.clickOn("#run-start");
        await(() -> text(robot, "#run-title").endsWith("finished"));

        robot.clickOn("#use-weights");
        await(() -> text(robot, "#networks").startsWith("Weights of faces-"));
        robot.clickOn("#shipped-weights");
        await(() -> text(robot, "#networks").isEmpty());
        assertThat(new RunFolder(onlyRun()).samples())
                .extracting(s -> s.stage())
                .contains("optimization");
    }

    private Path onlyRun() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
    }

    private static void await(FxRobot robot, String title) throws Exception {
        await(() -> text(robot, "#run-title").equals(title));
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition)
                .get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Squares of a colour and some noise, named as UTKFace's. */
    private static void makeFaces(Path into) throws IOException {
        Random random = new Random(1);
        for (AgeGroup group : AgeGroup.ALL) {
            for (int i = 0; i < FACES_OF_A_GROUP; i++) {
                BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
                int colour = random.nextInt(0x808080);
                for (int y = 0; y < 64; y++) {
                    for (int x = 0; x < 64; x++) {
                        image.setRGB(x, y, colour + random.nextInt(64));
                    }
                }
                String name = (group.youngest() + i) + "_0_0_" + i + ".png";
                ImageIO.write(image, "png", into.resolve(name).toFile());
            }
        }
    }

    private final class Answers extends NoDialogs {
        @Override
        public Optional<Path> openFolder(String title) {
            return Optional.of(folder.resolve("faces"));
        }

        @Override
        public Optional<Path> saveFile(String title, String suggestedName) {
            return Optional.of(folder.resolve(suggestedName));
        }
    }
}
