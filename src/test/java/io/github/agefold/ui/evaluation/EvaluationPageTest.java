package io.github.agefold.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.evaluation.EvaluationProgress;
import io.github.agefold.evaluation.EvaluationReport;
import io.github.agefold.evaluation.SampleReport;
import io.github.agefold.ui.control.FileDialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Clicks through the page, with an evaluation that waits to be told how to end. */
@ExtendWith(ApplicationExtension.class)
class EvaluationPageTest {
    private volatile boolean mayFinish;
    private final List<Path> browsed = new ArrayList<>();
    private EvaluationModel model;

    @Start
    void start(Stage stage) {
        model = new EvaluationModel(
                (job, progress, stop) -> {
                    progress.accept(new EvaluationProgress("z0", 6, 12));
                    return waited(stop::getAsBoolean);
                },
                Platform::runLater,
                Path.of("weights"),
                Path.of("report"));
        stage.setScene(new Scene(new EvaluationPage(model, new Answers(), browsed::add), 1000, 640));
        stage.show();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void folderIsChosenMeasuredAndTheReportOpened(FxRobot robot) throws Exception {
        assertThat(button(robot, "#evaluation-start").isDisabled()).isTrue();
        robot.clickOn("#evaluation-folder");
        await(() -> !button(robot, "#evaluation-start").isDisabled());
        robot.clickOn("#evaluation-start");
        await(() -> text(robot, "#evaluation-words").equals("z0: 6 of 12"));
        mayFinish = true;
        await(() -> text(robot, "#evaluation-title").equals("12 faces measured"));
        assertThat(robot.lookup(".figure-table .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("accepted, FaceRes", "50.0 %", "prototype");
        robot.clickOn("#evaluation-open");
        assertThat(browsed).containsExactly(Path.of("report", "report.html"));
    }

    @Test
    void cancelEndsIt(FxRobot robot) throws Exception {
        robot.clickOn("#evaluation-folder");
        robot.clickOn("#evaluation-start");
        await(() -> button(robot, "#evaluation-cancel").isVisible());
        robot.clickOn("#evaluation-cancel");
        await(() -> text(robot, "#evaluation-title").equals("Cancelled"));
        assertThat(button(robot, "#evaluation-start").isVisible()).isTrue();
    }

    private EvaluationReport waited(Callable<Boolean> stop) {
        try {
            while (!mayFinish) {
                if (stop.call()) {
                    throw new CancellationException();
                }
                Thread.sleep(5);
            }
        } catch (CancellationException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return SampleReport.of(true);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Button.class);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static final class Answers implements FileDialogs {
        @Override
        public Optional<Path> openFolder(String title) {
            return Optional.of(Path.of("faces"));
        }

        @Override
        public Optional<Path> openPhoto() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> savePicture(String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> openFile(String title, String kind, String... endings) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveFile(String title, String suggestedName) {
            return Optional.empty();
        }
    }
}
