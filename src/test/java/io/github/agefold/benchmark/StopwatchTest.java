package io.github.agefold.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    @Test
    void medianIsTheMiddleValueOrTheMeanOfTheMiddleTwo() {
        assertThat(Stopwatch.median(new double[] {9, 1, 2})).isEqualTo(2);
        assertThat(Stopwatch.median(new double[] {4, 1, 9, 2})).isEqualTo(3);
    }

    @Test
    void preparationComesBeforeEachRunAndDoesNotCount() {
        List<String> calls = new ArrayList<>();
        double milliseconds = new Stopwatch(1, 2)
                .median(
                        () -> {
                            calls.add("before");
                            sleep();
                        },
                        () -> calls.add("work"));
        assertThat(calls).containsExactly("before", "work", "before", "work", "before", "work");
        assertThat(milliseconds).isLessThan(50);
    }

    @Test
    void noRunsAreRefused() {
        assertThatThrownBy(() -> new Stopwatch(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
