package io.github.agefold.ui.camera;

import io.github.agefold.camera.Films;
import io.github.agefold.camera.FrameSource;
import io.github.agefold.camera.FrameSources;
import io.github.agefold.live.PartTimes.Part;
import io.github.agefold.strip.AgingNetworks;
import io.github.agefold.ui.App;
import io.github.agefold.ui.NoDialogs;
import io.github.agefold.ui.background.NetworkThread;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Measures the Camera page with the shipped weights: what it shows a second, what each part takes, and how much memory the process has. A
 * developer's program, not a test; the film is the sample photo swaying, 640x480, 30 frames a second. Five seconds warm it up.
 *
 * <pre>OMP_WAIT_POLICY=passive xvfb-run -a -s '-screen 0 1280x800x24' mvn -q test-compile exec:exec -Dexec.executable=java
 *   -Dexec.classpathScope=test -Dexec.args="-Dprism.order=sw -cp %classpath io.github.agefold.ui.camera.CameraBenchmark 20"</pre>
 *
 * Arguments: seconds; then, if wanted, seconds between lines, for a soak test (600 30 says every half minute for ten minutes).
 */
public final class CameraBenchmark {
    private static final int WARM_UP_SECONDS = 5;

    private final Map<Part, List<Double>> parts = new EnumMap<>(Part.class);
    private final List<Double> grabs = new ArrayList<>();
    private final List<Double> latencies = new ArrayList<>();
    private int frames;
    private int strips;
    private long begin;
    private double screenBegin;

    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** Not the main class itself: Java refuses one that extends Application on the class path. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) throws IOException {
            List<String> args = getParameters().getRaw();
            int seconds = Integer.parseInt(args.get(0));
            new CameraBenchmark().start(stage, seconds, args.size() > 1 ? Integer.parseInt(args.get(1)) : seconds);
        }
    }

    private void start(Stage stage, int seconds, int between) throws IOException {
        Path folder = Files.createTempDirectory("film");
        // a whole number of sways, so that the film's end meets its beginning well enough
        FrameSource film = FrameSources.film(Films.avi(folder.resolve("sway.avi"), Films.swaying(290)));
        Path weights = WeightsFolder.shipped();
        NetworkThread networks = new NetworkThread(() -> AgingNetworks.load(weights, weights), Platform::runLater);
        CameraModel model = new CameraModel(
                networks,
                Executors.newSingleThreadExecutor(),
                Platform::runLater,
                () -> List.of(film),
                new PreviewSaving(folder, Runnable::run, Platform::runLater));
        CameraPage page = new CameraPage(model, networks, new NoDialogs(), frozen -> {});
        Scene scene = new Scene(page, 1120, 700);
        scene.getStylesheets()
                .add(Objects.requireNonNull(App.class.getResource("agefold.css"))
                        .toExternalForm());
        Application.setUserAgentStylesheet(new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
        networks.load();
        follow(model);
        networks.statusProperty().addListener((p, was, is) -> {
            if (is == NetworkThread.Status.READY) {
                later(WARM_UP_SECONDS, () -> {
                    reset();
                    every(between, seconds / between);
                });
            }
        });
    }

    private void follow(CameraModel model) {
        model.frameProperty().addListener((p, was, is) -> {
            if (is != null) {
                frames++;
                grabs.add(is.milliseconds());
            }
        });
        model.liveProperty().addListener((p, was, is) -> {
            if (is != null && !is.strips().isEmpty()) {
                strips++;
                for (Part part : Part.values()) {
                    parts.computeIfAbsent(part, key -> new ArrayList<>())
                            .add(is.times().of(part));
                }
            }
        });
        model.latencyProperty().addListener((p, was, is) -> latencies.add(is.doubleValue()));
    }

    private void reset() {
        frames = 0;
        strips = 0;
        parts.clear();
        grabs.clear();
        latencies.clear();
        begin = System.nanoTime();
        screenBegin = screenSeconds();
    }

    private void every(int seconds, int times) {
        later(seconds, () -> {
            print();
            reset();
            if (times > 1) {
                every(seconds, times - 1);
            } else {
                System.exit(0);
            }
        });
    }

    private static void later(double seconds, Runnable action) {
        new Timeline(new KeyFrame(Duration.seconds(seconds), e -> action.run())).play();
    }

    private void print() {
        double seconds = (System.nanoTime() - begin) / 1e9;
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%.1f pictures and %.1f strips a second; latency median %.0f ms, worst %.0f; ms: grab %.1f",
                frames / seconds,
                strips / seconds,
                median(latencies),
                latencies.stream().mapToDouble(x -> x).max().orElse(0),
                median(grabs)));
        parts.forEach((part, times) -> {
            double mean = times.stream().mapToDouble(x -> x).average().orElse(0);
            line.append(String.format(
                    Locale.ROOT,
                    ", %s %.1f",
                    part.name().toLowerCase(Locale.ROOT),
                    part == Part.DETECT ? mean : median(times)));
        });
        line.append(String.format(
                Locale.ROOT,
                ", show %.1f; resident %d MB",
                1000 * (screenSeconds() - screenBegin) / frames,
                residentMegabytes()));
        System.out.println(line);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(x -> x).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** Processor time of what makes and draws the window. */
    private static double screenSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().startsWith("JavaFX Application")
                        || thread.getThreadName().startsWith("QuantumRenderer"))
                .mapToLong(ThreadInfo::getThreadId)
                .mapToDouble(id -> threads.getThreadCpuTime(id) / 1e9)
                .sum();
    }

    /** Linux alone tells. */
    private static long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
