package io.github.agefold.ui.plot;

import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;

/**
 * Measures how many frames a second the window keeps while a plot of long curves grows: {@code mvn -q test-compile exec:java
 * -Dexec.classpathScope=test -Dexec.mainClass=io.github.agefold.ui.plot.PlotBenchmark -Dexec.args="100000 5 10" -Dprism.order=sw}.
 * Arguments: points a curve, curves, points a second.
 */
public final class PlotBenchmark {
    private PlotBenchmark() {}

    public static void main(String[] arguments) {
        Application.launch(Bench.class, arguments);
    }

    /** A plot, and a small square that moves so that every frame has something to draw. */
    public static final class Bench extends Application {
        private static final double WARM_UP = 4;
        private static final double SECONDS = 15;

        private final PlotModel model = new PlotModel();
        private final Random random = new Random(1);
        private final Rectangle mover = new Rectangle(8, 8);
        private final double[] gaps = new double[100_000];
        private int frames;
        private long begin;
        private long last;
        private int step;
        private int added;

        @Override
        public void start(Stage stage) {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            int points = Integer.parseInt(getParameters().getRaw().get(0));
            int curves = Integer.parseInt(getParameters().getRaw().get(1));
            double perSecond = Double.parseDouble(getParameters().getRaw().get(2));
            for (int i = 0; i < points; i++) {
                add(curves);
            }
            model.setStepsPerEpoch(1201);
            PlotPane pane = new PlotPane("Benchmark", "", model, new PlotPane.Exports() {
                @Override
                public void csv(String content) {}

                @Override
                public void png(BufferedImage picture) {}
            });
            Scene scene = new Scene(new StackPane(pane, mover), 1120, 760);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(PlotBenchmark.class.getResource("/io/github/agefold/ui/agefold.css"))
                            .toExternalForm());
            stage.setScene(scene);
            stage.show();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frame(now, curves, perSecond);
                }
            }.start();
        }

        private void add(int curves) {
            step++;
            for (int curve = 0; curve < curves; curve++) {
                double level = 1 + curve + 3 * Math.exp(-step / 20_000.0);
                model.series("loss " + curve).add(step, level + 0.3 * random.nextGaussian());
            }
        }

        private void frame(long now, int curves, double perSecond) {
            begin = begin == 0 ? now : begin;
            double seconds = (now - begin) / 1e9;
            mover.setTranslateX(100 * Math.sin(seconds));
            if (added < seconds * perSecond) {
                while (added < seconds * perSecond) {
                    added++;
                    add(curves);
                }
                model.changed();
            }
            if (seconds > WARM_UP) {
                gaps[frames++] = (now - last) / 1e6;
            }
            last = now;
            if (seconds > WARM_UP + SECONDS) {
                report();
            }
        }

        private void report() {
            double[] sorted = Arrays.copyOf(gaps, frames);
            Arrays.sort(sorted);
            System.out.printf(
                    "%d points a curve, %d curves: %.1f frames a second; between frames: median %.1f ms, 99 %% under %.1f ms, longest %.1f ms%n",
                    step,
                    model.series().size(),
                    frames / SECONDS,
                    sorted[frames / 2],
                    sorted[frames * 99 / 100],
                    sorted[frames - 1]);
            System.exit(0);
        }
    }
}
