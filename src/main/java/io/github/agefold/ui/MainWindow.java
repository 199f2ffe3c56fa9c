package io.github.agefold.ui;

import io.github.agefold.camera.FrameSources;
import io.github.agefold.evaluation.EvaluationJob;
import io.github.agefold.photo.PhotoReader;
import io.github.agefold.strip.Aging;
import io.github.agefold.strip.AgingNetworks;
import io.github.agefold.ui.aging.AgeModel;
import io.github.agefold.ui.aging.AgePage;
import io.github.agefold.ui.aging.StripSaving;
import io.github.agefold.ui.background.NetworkThread;
import io.github.agefold.ui.background.Ticker;
import io.github.agefold.ui.camera.CameraModel;
import io.github.agefold.ui.camera.CameraPage;
import io.github.agefold.ui.camera.Frozen;
import io.github.agefold.ui.camera.PreviewSaving;
import io.github.agefold.ui.control.FileDialogs;
import io.github.agefold.ui.evaluation.EvaluationModel;
import io.github.agefold.ui.evaluation.EvaluationPage;
import io.github.agefold.ui.training.NetworkTrainer;
import io.github.agefold.ui.training.TrainModel;
import io.github.agefold.ui.training.TrainPage;
import io.github.agefold.ui.training.WeightsChoice;
import io.github.agefold.weights.WeightsFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;

/** The window's content with all that stands behind it: wires the threads, the models and the pages. */
final class MainWindow implements AutoCloseable {
    /** The preference of a folder for new runs. */
    static final String RUNS = "runs";

    private static final long MILLISECONDS_BETWEEN_TICKS = 250;

    /** Apart from each other: a drive or a device that does not answer keeps its own thread waiting, and no other. */
    private final ExecutorService files = thread("files");

    private final ExecutorService writing = thread("writing");
    private final ExecutorService devices = thread("devices");
    private final NetworkThread networks;
    private final AgeModel ageModel;
    private final AgePage agePage;
    private final CameraModel cameraModel;
    private final Shell shell;
    private final TrainModel trainModel;
    private final EvaluationModel evaluationModel;
    private final Ticker ticker;
    private final Scene scene;

    /**
     * @param loading makes the networks
     * @param dialogs ask the user for files
     * @param preferences where choices are remembered
     */
    MainWindow(Callable<Aging> loading, FileDialogs dialogs, Preferences preferences) {
        this(loading, dialogs, preferences, page -> {});
    }

    /** @param browse shows a page in the system's browser */
    MainWindow(Callable<Aging> loading, FileDialogs dialogs, Preferences preferences, Consumer<Path> browse) {
        for (String font : List.of("Inter-Regular.ttf", "Inter-SemiBold.ttf")) {
            Font.loadFont(
                    Objects.requireNonNull(MainWindow.class.getResource("/io/github/agefold/fonts/" + font))
                            .toExternalForm(),
                    13);
        }
        networks = new NetworkThread(loading, Platform::runLater);
        ageModel = new AgeModel(networks, files, Platform::runLater);
        StripSaving saving = new StripSaving(writing, Platform::runLater);
        agePage = new AgePage(ageModel, saving, networks, new PhotoReader(), dialogs, files, Platform::runLater);
        Page age = new Page("Age", Feather.USER, agePage, agePage.keys());
        cameraModel = new CameraModel(
                networks,
                devices,
                Platform::runLater,
                FrameSources::cameras,
                new PreviewSaving(PreviewSaving.folder(preferences), writing, Platform::runLater));
        cameraModel.remember(preferences);
        CameraPage cameraPage = new CameraPage(cameraModel, networks, dialogs, frozen -> age(age, frozen));
        trainModel = new TrainModel(new NetworkTrainer(), Platform::runLater, runs(preferences));
        WeightsChoice weights = new WeightsChoice(
                networks,
                trained -> AgingNetworks.load(WeightsFolder.shipped(), trained),
                Platform::runLater,
                preferences);
        weights.restore();
        TrainPage trainPage = new TrainPage(trainModel, weights, runs(preferences), dialogs, files, Platform::runLater);
        ticker = new Ticker(trainModel::tick, Platform::runLater, MILLISECONDS_BETWEEN_TICKS);
        evaluationModel = new EvaluationModel(
                EvaluationJob::run,
                Platform::runLater,
                WeightsFolder.shipped(),
                runs(preferences).resolveSibling("report"));
        EvaluationPage evaluationPage = new EvaluationPage(evaluationModel, dialogs, browse);
        List<Page> pages = List.of(
                age,
                new Page("Camera", Feather.VIDEO, cameraPage, cameraPage.keys()),
                new Page("Train", Feather.ACTIVITY, trainPage, Map.of()),
                new Page("Evaluate", Feather.BAR_CHART_2, evaluationPage, Map.of()));
        shell = new Shell(pages, networks, new Appearance(preferences));
        scene = new Scene(shell, 1120, 760);
        scene.getStylesheets()
                .add(Objects.requireNonNull(MainWindow.class.getResource("agefold.css"))
                        .toExternalForm());
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Where new runs are made. */
    private static Path runs(Preferences preferences) {
        return Path.of(preferences.get(
                RUNS,
                Path.of(System.getProperty("user.home", "."), "Agefold", "runs").toString()));
    }

    private void age(Page agePage, Frozen frozen) {
        shell.open(agePage);
        ageModel.open(frozen.photo().name(), frozen::photo, frozen.face());
    }

    Scene scene() {
        return scene;
    }

    /** Ages a photo as if it had been chosen on the Age page. */
    void open(Path photo) {
        agePage.open(photo);
    }

    /** Begins to load the networks, behind the window. */
    void load() {
        networks.load();
    }

    /** Stops a run, and waits until it has saved itself. */
    void saveRun() {
        trainModel.close();
    }

    /** Cancels, waits until what is being written is whole, and ends the threads. */
    @Override
    public void close() {
        ticker.close();
        cameraModel.close();
        ageModel.close();
        evaluationModel.close();
        trainModel.close();
        networks.close();
        files.shutdown();
        writing.shutdown();
        devices.shutdown();
        try {
            writing.awaitTermination(10, TimeUnit.SECONDS);
            files.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
