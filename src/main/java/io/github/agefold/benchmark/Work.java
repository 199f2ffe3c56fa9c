package io.github.agefold.benchmark;

/** Work that is timed on Agefold's networks and, for comparison, on another engine. */
public enum Work {
    STAGE_1_STEP("stage 1, a step"),
    STAGE_2_STEP("stage 2, a step"),
    SIX_FACES("G forward, six faces"),
    APPROXIMATION("E forward, one face"),
    LATENT_GRADIENT("gradient at z, one face");

    private final String description;

    Work(String description) {
        this.description = description;
    }

    /** What the work is, in a few words. */
    public String description() {
        return description;
    }
}
