package io.github.agefold.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Keeps each face's latent vector from flickering: a {@link OneEuroFilter} a face. */
final class Steadying {
    /** f_c,min at the weakest and at the strongest, in Hz. */
    private static final double WEAKEST = 6;

    private static final double STRONGEST = 0.1;

    /** beta, in Hz per unit of z and second. */
    private static final double GAIN = 2;

    private final Map<Integer, OneEuroFilter> filters = new HashMap<>();

    /**
     * @param id of the face
     * @param z its latent vector in the newest frame
     * @param seconds the frame's time
     * @param steadiness 0 to 1
     * @return z steadied
     */
    float[] steady(int id, float[] z, double seconds, double steadiness) {
        if (steadiness == 0) {
            filters.remove(id);
            return z;
        }
        double slowestCutoff = WEAKEST * Math.pow(STRONGEST / WEAKEST, steadiness);
        OneEuroFilter filter = filters.computeIfAbsent(id, face -> new OneEuroFilter(slowestCutoff, GAIN));
        filter.tune(slowestCutoff, GAIN);
        return filter.filter(z, seconds);
    }

    /** Forgets all other faces. */
    void keepOnly(Set<Integer> ids) {
        filters.keySet().retainAll(ids);
    }
}
