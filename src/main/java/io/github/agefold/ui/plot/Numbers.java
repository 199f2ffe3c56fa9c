package io.github.agefold.ui.plot;

import java.util.Locale;

/** Numbers as a plot writes them. */
final class Numbers {
    private Numbers() {}

    /** A tick or a value in at most five digits. */
    static String brief(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e7)) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value).replace(',', '\u2009');
        }
        String text = String.format(Locale.ROOT, size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : "%.3f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
