package io.github.agefold.ui.training;

import io.github.agefold.stage.LearningRates;
import io.github.agefold.stage.LossWeights;
import io.github.agefold.stage.TrainingOptions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A run's options as they are typed, each checked with every letter. */
public final class OptionsModel {
    private final Map<OptionField, StringProperty> texts = new EnumMap<>(OptionField.class);
    private final Map<OptionField, ReadOnlyStringWrapper> problems = new EnumMap<>(OptionField.class);
    private final List<BooleanProperty> stages = new ArrayList<>();
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);
    private TrainingOptions base = TrainingOptions.defaults();

    OptionsModel() {
        for (OptionField field : OptionField.values()) {
            texts.put(field, new SimpleStringProperty(""));
            problems.put(field, new ReadOnlyStringWrapper(""));
        }
        for (int i = 0; i < TrainingOptions.STAGES; i++) {
            stages.add(new SimpleBooleanProperty(true));
        }
        show(base);
        texts.values().forEach(text -> text.addListener((p, was, is) -> check()));
        stages.forEach(stage -> stage.addListener((p, was, is) -> check()));
    }

    StringProperty textProperty(OptionField field) {
        return Objects.requireNonNull(texts.get(field));
    }

    /** What the text of a field should be instead; empty if it is well. */
    ReadOnlyStringProperty problemProperty(OptionField field) {
        return Objects.requireNonNull(problems.get(field)).getReadOnlyProperty();
    }

    /** @param number 1, 2 or 3 */
    BooleanProperty stageProperty(int number) {
        return stages.get(number - 1);
    }

    /** Whether a run can be made with what is typed. */
    ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** Puts the options of a run into the fields. */
    void show(TrainingOptions options) {
        base = options;
        List<Double> defaultEpochs = TrainingOptions.defaults().epochs();
        for (int number = 1; number <= TrainingOptions.STAGES; number++) {
            int index = options.stages().indexOf(number);
            stages.get(number - 1).set(index >= 0);
            set(epochs(number), index >= 0 ? options.epochs().get(index) : defaultEpochs.get(number - 1));
        }
        Objects.requireNonNull(texts.get(OptionField.BATCH)).set(Integer.toString(options.batch()));
        Objects.requireNonNull(texts.get(OptionField.SEED)).set(Long.toString(options.seed()));
        set(OptionField.CHECKPOINT_MINUTES, options.checkpointMinutes());
        set(OptionField.RATE_GENERATOR, options.rates().generator());
        set(OptionField.RATE_DISCRIMINATOR, options.rates().discriminator());
        set(OptionField.RATE_ENCODER, options.rates().encoder());
        set(OptionField.RATE_JOINT, options.rates().joint());
        set(OptionField.WEIGHT_PIXEL, options.lossWeights().pixel());
        set(OptionField.WEIGHT_IDENTITY, options.lossWeights().identity());
        set(OptionField.WEIGHT_AGED_IDENTITY, options.lossWeights().agedIdentity());
        set(OptionField.WEIGHT_ADVERSARIAL, options.lossWeights().adversarial());
        set(OptionField.WEIGHT_AGE, options.lossWeights().age());
        set(OptionField.WEIGHT_LATENT, options.lossWeights().latent());
        check();
    }

    private void set(OptionField field, double value) {
        Objects.requireNonNull(texts.get(field))
                .set(new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString());
    }

    private static OptionField epochs(int stage) {
        return OptionField.values()[OptionField.EPOCHS_1.ordinal() + stage - 1];
    }

    /** The field of an option that is not used now is not wrong. */
    private boolean isUsed(OptionField field) {
        return switch (field) {
            case EPOCHS_1, RATE_GENERATOR, RATE_DISCRIMINATOR -> stages.get(0).get();
            case EPOCHS_2, RATE_ENCODER -> stages.get(1).get();
            case EPOCHS_3, RATE_JOINT -> stages.get(2).get();
            default -> true;
        };
    }

    private void check() {
        boolean well = stages.stream().anyMatch(BooleanProperty::get);
        for (OptionField field : OptionField.values()) {
            String problem = isUsed(field)
                    ? field.problem(Objects.requireNonNull(texts.get(field)).get())
                    : "";
            Objects.requireNonNull(problems.get(field)).set(problem);
            well &= problem.isEmpty();
        }
        valid.set(well);
    }

    /**
     * The options that are typed.
     *
     * @throws IllegalStateException if they are not valid
     */
    TrainingOptions options() {
        if (!valid.get()) {
            throw new IllegalStateException("options are taken only when they are valid");
        }
        List<Integer> chosen = new ArrayList<>();
        List<Double> epochs = new ArrayList<>();
        for (int number = 1; number <= TrainingOptions.STAGES; number++) {
            if (stages.get(number - 1).get()) {
                chosen.add(number);
                epochs.add(number(epochs(number)));
            }
        }
        return base.with(
                chosen,
                epochs,
                (int) number(OptionField.BATCH),
                Long.parseLong(Objects.requireNonNull(texts.get(OptionField.SEED))
                        .get()
                        .strip()),
                rates(),
                lossWeights(),
                number(OptionField.CHECKPOINT_MINUTES));
    }

    private LearningRates rates() {
        return new LearningRates(
                rate(OptionField.RATE_GENERATOR, base.rates().generator()),
                rate(OptionField.RATE_DISCRIMINATOR, base.rates().discriminator()),
                rate(OptionField.RATE_ENCODER, base.rates().encoder()),
                rate(OptionField.RATE_JOINT, base.rates().joint()));
    }

    /** The rate of a stage that is not run may be typed anyhow. */
    private double rate(OptionField field, double otherwise) {
        return isUsed(field) ? number(field) : otherwise;
    }

    private LossWeights lossWeights() {
        return new LossWeights(
                number(OptionField.WEIGHT_PIXEL),
                number(OptionField.WEIGHT_IDENTITY),
                number(OptionField.WEIGHT_AGED_IDENTITY),
                number(OptionField.WEIGHT_ADVERSARIAL),
                number(OptionField.WEIGHT_AGE),
                number(OptionField.WEIGHT_LATENT));
    }

    private double number(OptionField field) {
        return Double.parseDouble(Objects.requireNonNull(texts.get(field)).get().strip());
    }
}
