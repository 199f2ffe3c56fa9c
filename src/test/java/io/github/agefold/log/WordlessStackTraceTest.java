package io.github.agefold.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class WordlessStackTraceTest {
    @Test
    void exceptionsAreToldByClassAndPlaceWithoutTheFilesThatTheyName() {
        Exception problem = new IllegalStateException("holiday.png broke", new NoSuchFileException("aunt.png"));
        String told = new WordlessStackTrace()
                .convert(new LoggingEvent(
                        "", new LoggerContext().getLogger("test"), Level.ERROR, "unexpected", problem, new Object[0]));
        assertThat(told)
                .contains("java.lang.IllegalStateException\n    at " + WordlessStackTraceTest.class.getName())
                .contains("caused by java.nio.file.NoSuchFileException")
                .doesNotContain("png");
    }
}
