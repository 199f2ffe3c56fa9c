package io.github.agefold.live;

/**
 * What the user may set while the preview runs.
 *
 * @param following whose strips are made
 * @param steadiness how strongly z is steadied, 0 (not at all) to 1
 */
public record LiveOptions(Following following, double steadiness) {
    public LiveOptions {
        if (!(steadiness >= 0 && steadiness <= 1)) {
            throw new IllegalArgumentException("steadiness goes from 0 to 1, got " + steadiness);
        }
    }

    /** One face, steadied so that a still face does not flicker and a turned head shows at once. */
    public static LiveOptions defaults() {
        return new LiveOptions(Following.ONE, 0.5);
    }
}
