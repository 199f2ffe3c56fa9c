package io.github.agefold.ui.training;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Where a run is.
 *
 * @param stage 1, 2 or 3
 * @param isLast whether no other stage follows
 * @param epoch how often the stage has gone through the faces, of {@code epochs}
 * @param step of {@code steps} of the stage
 * @param facesPerSecond of late
 * @param elapsed seconds of training, all stages together
 * @param stageLeft seconds to the stage's end, about
 * @param runLeft seconds to the run's end, about
 */
record Whereabouts(
        int stage,
        boolean isLast,
        double epoch,
        double epochs,
        long step,
        long steps,
        double facesPerSecond,
        double elapsed,
        double stageLeft,
        double runLeft) {

    /** Two lines for a person. */
    String words() {
        String place = String.format(
                Locale.ROOT,
                "Stage %d · epoch %.1f of %s · step %,d of %,d · %.1f faces/s",
                stage,
                epoch,
                new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(epochs),
                step,
                steps,
                facesPerSecond);
        String time = "Trained for " + duration(elapsed);
        if (step < steps || !isLast) {
            time += isLast
                    ? " · done in about " + duration(runLeft)
                    : " · stage done in about " + duration(stageLeft) + ", run in about " + duration(runLeft);
        }
        return place.replace(',', '\u202f') + "\n" + time;
    }

    static String duration(double seconds) {
        long minutes = Math.round(seconds / 60);
        if (seconds < 60) {
            return Math.round(seconds) + " s";
        }
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes < 48 * 60 ? minutes / 60 + " h " + minutes % 60 + " min" : minutes / 60 + " h";
    }
}
