package io.github.agefold.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.agefold.stage.TrainingOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsModelTest {
    private final OptionsModel model = new OptionsModel();

    @Test
    void defaultsComeBackAsTheyAre() {
        assertThat(model.options()).isEqualTo(TrainingOptions.defaults());
    }

    @Test
    void everyLetterIsChecked() {
        model.textProperty(OptionField.BATCH).set("1");
        assertThat(model.problemProperty(OptionField.BATCH).get()).isEqualTo("2 to 512");
        assertThat(model.validProperty().get()).isFalse();
        assertThatThrownBy(model::options).isInstanceOf(IllegalStateException.class);
        model.textProperty(OptionField.BATCH).set("12");
        assertThat(model.problemProperty(OptionField.BATCH).get()).isEmpty();
        assertThat(model.options().batch()).isEqualTo(12);
    }

    @Test
    void wordsThatAreNoNumbersAreSaidToBeNone() {
        model.textProperty(OptionField.RATE_JOINT).set("fast");
        assertThat(model.problemProperty(OptionField.RATE_JOINT).get()).contains("a number");
        model.textProperty(OptionField.RATE_JOINT).set("NaN");
        assertThat(model.problemProperty(OptionField.RATE_JOINT).get()).contains("a number");
        model.textProperty(OptionField.SEED).set("1.5");
        assertThat(model.problemProperty(OptionField.SEED).get()).isEqualTo("a whole number");
    }

    @Test
    void stageThatIsNotRunNeedsNoEpochs() {
        model.textProperty(OptionField.EPOCHS_2).set("");
        assertThat(model.validProperty().get()).isFalse();
        model.stageProperty(2).set(false);
        assertThat(model.validProperty().get()).isTrue();
        assertThat(model.options().stages()).isEqualTo(List.of(1, 3));
    }

    @Test
    void runWithoutAnyStageIsNone() {
        for (int number = 1; number <= 3; number++) {
            model.stageProperty(number).set(false);
        }
        assertThat(model.validProperty().get()).isFalse();
    }

    @Test
    void optionsThatAreNotTypedStayThoseOfTheRun() {
        TrainingOptions defaults = TrainingOptions.defaults();
        TrainingOptions run = new TrainingOptions(
                List.of(3), List.of(0.25), 8, -7, defaults.rates(), defaults.lossWeights(), 0.2, 1, 0, 0.5);
        model.show(run);
        assertThat(model.textProperty(OptionField.EPOCHS_3).get()).isEqualTo("0.25");
        assertThat(model.options()).isEqualTo(run);
    }
}
