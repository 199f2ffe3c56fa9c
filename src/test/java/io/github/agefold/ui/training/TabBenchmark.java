package io.github.agefold.ui.training;

import atlantafx.base.theme.PrimerLight;
import io.github.agefold.stage.LossPoint;
import io.github.agefold.strip.Aging;
import io.github.agefold.ui.background.NetworkThread;
import io.github.agefold.ui.background.Ticker;
import io.github.agefold.ui.control.SystemFileDialogs;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Measures what the open tab costs a training: stage 1 with the window shown and hidden in turns, over curves of 20,000 points. Prints
 * the median step of each, and the processor time of the window's threads as a share of all: {@code mvn -q test-compile exec:java
 * -Dexec.classpathScope=test -Dexec.mainClass=io.github.agefold.ui.training.TabBenchmark -Dexec.args="RUN 120" -Dprism.order=sw}.
 * Arguments: a folder of a run that has its faces, and how many steps; nothing is written to it.
 */
public final class TabBenchmark {
    private TabBenchmark() {}

    public static void main(String[] arguments) {
        Application.launch(Bench.class, arguments);
    }

    /** The Train page over a run that is not kept. */
    public static final class Bench extends Application {
        private static final int STEPS_OF_A_TURN = 6;
        private static final int WARM_UP = 6;

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final List<Double> shown = new ArrayList<>();
        private final List<Double> hidden = new ArrayList<>();
        private TrainModel model;
        private Stage stage;
        private long shownWindowNanos;
        private double shownSeconds;
        private long windowNanos;
        private int steps;

        @Override
        public void start(Stage window) {
            stage = window;
            Platform.setImplicitExit(false);
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            Path run = Path.of(getParameters().getRaw().get(0));
            int all = Integer.parseInt(getParameters().getRaw().get(1));
            model = new TrainModel(
                    new UnkeptTrainer(run, point -> step(point, all)), Platform::runLater, Path.of("target"));
            ExecutorService files = Executors.newSingleThreadExecutor();
            NetworkThread networks = new NetworkThread(
                    () -> {
                        throw new IllegalStateException("nothing is aged here");
                    },
                    Platform::runLater);
            WeightsChoice weights = new WeightsChoice(
                    networks,
                    path -> (Aging) null,
                    Platform::runLater,
                    Preferences.userRoot().node("agefold-benchmark"));
            TrainPage page = new TrainPage(
                    model, weights, Path.of("target"), new SystemFileDialogs(() -> stage), files, Platform::runLater);
            Scene scene = new Scene(page, 1120, 760);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(TabBenchmark.class.getResource("/io/github/agefold/ui/agefold.css"))
                            .toExternalForm());
            stage.setScene(scene);
            stage.show();
            new Ticker(this::tick, Platform::runLater, 250);
            model.chooseData(run);
        }

        private boolean begun;

        private void tick() {
            if (!stage.isShowing()) {
                // as if there were no tab: nothing is drained either
                return;
            }
            model.tick();
            if (!begun && model.stateProperty().get() == TrainState.READY) {
                begun = true;
                for (int i = 1; i <= 20_000; i++) {
                    Map<String, Double> losses = new LinkedHashMap<>();
                    for (String name : new String[] {"discriminator", "D(x)", "D(G(z))", "D(x,wrong)", "generator"}) {
                        losses.put(name, Math.random());
                    }
                    model.losses().add(new LossPoint("adversarial", i - 20_001, 0, 1, losses));
                }
                model.losses().flush();
                model.start();
            }
        }

        /** On the training thread, after each step. */
        private void step(LossPoint point, int all) {
            steps++;
            long now = windowNanos();
            boolean isShown = stage.isShowing();
            // the step after each change pays for the change
            if (steps > WARM_UP && steps % STEPS_OF_A_TURN != 1) {
                (isShown ? shown : hidden).add(point.seconds());
                if (isShown) {
                    shownWindowNanos += now - windowNanos;
                    shownSeconds += point.seconds();
                }
            }
            windowNanos = now;
            if (steps % STEPS_OF_A_TURN == 0) {
                Platform.runLater(isShown ? stage::hide : stage::show);
            }
            if (steps >= all) {
                report();
                Runtime.getRuntime().halt(0);
            }
        }

        /** Processor time so far of the threads that a window brings. */
        private long windowNanos() {
            long sum = 0;
            for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (thread != null && thread.getThreadName().matches("JavaFX.*|Quantum.*|Prism.*|ticker|Thread-\\d+")) {
                    sum += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
                }
            }
            return sum;
        }

        private void report() {
            double with = median(shown);
            double without = median(hidden);
            System.out.printf(
                    "median step: %.3f s with the tab (%d), %.3f s without (%d): %+.1f %%%n",
                    with, shown.size(), without, hidden.size(), 100 * (with / without - 1));
            System.out.printf(
                    "the window's threads took %.1f %% of one core, %.1f %% of the computer's%n",
                    100 * shownWindowNanos / 1e9 / shownSeconds,
                    100
                            * shownWindowNanos
                            / 1e9
                            / shownSeconds
                            / Runtime.getRuntime().availableProcessors());
        }

        private static double median(List<Double> values) {
            return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
        }
    }
}
