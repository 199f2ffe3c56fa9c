package io.github.agefold.strip;

import java.util.List;
import java.util.Locale;

/** What is written under a strip's faces, in a picture and in the window alike. */
public final class Captions {
    private Captions() {}

    /** Under a column: its age group, the estimated age, the identity distance. */
    public static List<String> of(AgedFace column) {
        return List.of(column.group().label(), looks(column.estimatedAge()), distance(column.identityDistance()));
    }

    /** "looks 31": by completed years, as {@link io.github.agefold.age.AgeGroup#of} counts them. */
    public static String looks(double estimatedAge) {
        return "looks " + (int) Math.max(0, estimatedAge);
    }

    /** "distance 0.52". */
    public static String distance(double identityDistance) {
        return String.format(Locale.ROOT, "distance %.2f", identityDistance);
    }
}
