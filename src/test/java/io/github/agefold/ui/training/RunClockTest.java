package io.github.agefold.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.stage.LossPoint;
import io.github.agefold.stage.StagePlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunClockTest {
    private final RunClock clock = new RunClock(
            List.of(new StagePlan(1, "adversarial", 2, 100, 50), new StagePlan(2, "approximation", 0.8, 40, 50)), 16);

    @Test
    void nothingIsKnownBeforeTheFirstStep() {
        assertThat(clock.now()).isEmpty();
    }

    /** 60 steps are left of the stage, at 2 s each; the next has 40 of about a quarter of that. */
    @Test
    void timeLeftComesFromTheLatestStepsAndForStagesToComeFromTheirUsualCost() {
        steps("adversarial", 1, 20, 9);
        steps("adversarial", 21, 40, 2);
        Whereabouts now = clock.now().orElseThrow();
        assertThat(now.facesPerSecond()).isCloseTo(8, within(1e-9));
        assertThat(now.elapsed()).isCloseTo(220, within(1e-9));
        assertThat(now.stageLeft()).isCloseTo(120, within(1e-9));
        assertThat(now.runLeft()).isCloseTo(120 + 40 * 0.5, within(1e-9));
        assertThat(now.epoch()).isEqualTo(0.8);
        assertThat(now.epochs()).isEqualTo(2);
        assertThat(now.isLast()).isFalse();
    }

    @Test
    void newStageIsNotTimedByTheOneBefore() {
        steps("adversarial", 1, 100, 2);
        steps("approximation", 1, 10, 0.25);
        Whereabouts now = clock.now().orElseThrow();
        assertThat(now.stage()).isEqualTo(2);
        assertThat(now.runLeft()).isCloseTo(30 * 0.25, within(1e-9));
        assertThat(now.isLast()).isTrue();
    }

    @Test
    void timesAreSaidAsPeopleSayThem() {
        assertThat(Whereabouts.duration(42.4)).isEqualTo("42 s");
        assertThat(Whereabouts.duration(150)).isEqualTo("3 min");
        assertThat(Whereabouts.duration(3 * 3600 + 25 * 60)).isEqualTo("3 h 25 min");
        assertThat(Whereabouts.duration(100 * 3600)).isEqualTo("100 h");
    }

    private void steps(String stage, int from, int to, double seconds) {
        for (int step = from; step <= to; step++) {
            clock.next(new LossPoint(stage, step, step / 50.0, seconds, Map.of()));
        }
    }
}
