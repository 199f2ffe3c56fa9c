package io.github.agefold.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunWarningsTest {
    private final RunWarnings warnings = new RunWarnings(TrainingOptions.defaults());

    /** The least that D's loss can be with a target of 0.9 is 0.325. */
    @Test
    void discriminatorThatIsSureForLongIsWarnedOfOnce() {
        int given = 0;
        for (int step = 1; step <= 2 * RunWarnings.LONG; step++) {
            Optional<String> warning = warnings.next(point("adversarial", step, 0.33));
            assertThat(warning.isPresent()).isEqualTo(step == RunWarnings.LONG);
            given += warning.isPresent() ? 1 : 0;
        }
        assertThat(given).isEqualTo(1);
    }

    @Test
    void oneGoodStepBeginsTheCountAnew() {
        for (int step = 1; step < 2 * RunWarnings.LONG - 1; step++) {
            double loss = step == RunWarnings.LONG - 1 ? 0.9 : 0.33;
            assertThat(warnings.next(point("adversarial", step, loss))).isEmpty();
        }
    }

    @Test
    void stageWithoutDiscriminatorIsNotWarnedOf() {
        for (int step = 1; step <= RunWarnings.LONG; step++) {
            assertThat(warnings.next(new LossPoint("approximation", step, 0, 1, Map.of("encoder", 0.0))))
                    .isEmpty();
        }
    }

    private static LossPoint point(String stage, long step, double loss) {
        return new LossPoint(stage, step, 0, 1, Map.of("discriminator", loss));
    }
}
