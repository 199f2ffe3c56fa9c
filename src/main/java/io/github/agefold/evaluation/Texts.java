package io.github.agefold.evaluation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
final class Texts {
    /** What stands where nothing could be measured. */
    static final String NOTHING = "–";

    private Texts() {}

    /** 0.617 as "62 %". */
    static String percent(double share) {
        return number("%.0f %%", 100 * share);
    }

    /** 0.617 as "61.7 %". */
    static String finePercent(double share) {
        return number("%.1f %%", 100 * share);
    }

    static String number(String format, @Nullable Double value) {
        return value == null || !Double.isFinite(value) ? NOTHING : String.format(Locale.ROOT, format, value);
    }
}
