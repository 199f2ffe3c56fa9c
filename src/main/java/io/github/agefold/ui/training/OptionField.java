package io.github.agefold.ui.training;

import java.util.Locale;

/** An option that is typed as a number. */
public enum OptionField {
    EPOCHS_1(
            "Stage 1 epochs",
            "How often the conditional GAN goes through the training faces; parts of one are fine",
            false),
    EPOCHS_2("Stage 2 epochs", "How long the encoder learns on generated faces", false),
    EPOCHS_3("Stage 3 epochs", "How long encoder and generator learn together", false),
    BATCH("Batch", "Faces to a step, at least 2; more need more memory", true),
    SEED("Seed", "Of all chance: the same seed gives the same run", true),
    CHECKPOINT_MINUTES("Save every (min)", "How often the run saves itself; 0 after each step", false),
    RATE_GENERATOR("Generator", "Adam's learning rate for G in stage 1", false),
    RATE_DISCRIMINATOR("Discriminator", "Adam's learning rate for D in stage 1", false),
    RATE_ENCODER("Encoder", "Adam's learning rate for E in stage 2", false),
    RATE_JOINT("Joint", "Adam's learning rate for E, G and D in stage 3", false),
    WEIGHT_PIXEL("Pixels", "Mean absolute difference of a face and its reconstruction", false),
    WEIGHT_IDENTITY("Identity", "Squared distance of the reconstruction’s embedding to the face’s", false),
    WEIGHT_AGED_IDENTITY("Aged identity", "The same for the face at another age", false),
    WEIGHT_ADVERSARIAL("Adversarial", "Being taken for real by the discriminator", false),
    WEIGHT_AGE("Age", "Squared distance, in decades, of the estimated age to the group asked for", false),
    WEIGHT_LATENT("Latent", "Mean square of z0", false);

    private final String label;
    private final String explained;
    private final boolean whole;

    OptionField(String label, String explained, boolean whole) {
        this.label = label;
        this.explained = explained;
        this.whole = whole;
    }

    String label() {
        return label;
    }

    String explained() {
        return explained;
    }

    /** What of a run that has begun can still be changed: not what decides which faces a step sees. */
    boolean canChangeLater() {
        return this != BATCH && this != SEED;
    }

    String id() {
        return "option-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is wrong with a text, in a few words; empty if nothing is. */
    String problem(String text) {
        double value;
        try {
            value = whole ? Long.parseLong(text.strip()) : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return whole ? "a whole number" : "a number, such as 0.5";
        }
        if (!Double.isFinite(value)) {
            return "a number, such as 0.5";
        }
        return switch (this) {
            case SEED -> "";
            case BATCH -> value >= 2 && value <= 512 ? "" : "2 to 512";
            case CHECKPOINT_MINUTES -> value >= 0 ? "" : "0 or more";
            case EPOCHS_1, EPOCHS_2, EPOCHS_3 -> value > 0 ? "" : "above 0";
            case RATE_GENERATOR, RATE_DISCRIMINATOR, RATE_ENCODER, RATE_JOINT ->
                value > 0 && value <= 0.1 ? "" : "above 0, up to 0.1";
            default -> value >= 0 ? "" : "0 or more";
        };
    }
}
