package io.github.agefold.ui.camera;

/**
 * How fast the preview is.
 *
 * @param frames shown a second
 * @param strips shown a second
 * @param latency from the camera's frame to its strip on the screen, in milliseconds, the mean
 */
public record Rates(double frames, double strips, double latency) {
    static final Rates NONE = new Rates(0, 0, 0);

    /** Counts over a second. */
    static final class Counter {
        private static final double PERIOD = 1;

        private long begin = System.nanoTime();
        private int frames;
        private int strips;
        private double latencies;

        void frame() {
            frames++;
        }

        void strip(double milliseconds) {
            strips++;
            latencies += milliseconds;
        }

        boolean isDue() {
            return seconds() >= PERIOD;
        }

        private double seconds() {
            return (System.nanoTime() - begin) / 1e9;
        }

        /** The rates since the last call. */
        Rates take() {
            double seconds = seconds();
            Rates rates = new Rates(frames / seconds, strips / seconds, strips == 0 ? 0 : latencies / strips);
            begin = System.nanoTime();
            frames = 0;
            strips = 0;
            latencies = 0;
            return rates;
        }
    }
}
