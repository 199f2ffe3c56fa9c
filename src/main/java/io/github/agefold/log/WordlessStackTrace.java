package io.github.agefold.log;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/** An exception and its causes by their classes and places in the code. Their messages stay out: they name files. */
public final class WordlessStackTrace extends ThrowableHandlingConverter {
    private static final int MOST_CAUSES = 10;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder out = new StringBuilder();
        @Nullable IThrowableProxy problem = event.getThrowableProxy();
        for (int i = 0; problem != null && i < MOST_CAUSES; i++) {
            out.append(i == 0 ? "" : "caused by ")
                    .append(problem.getClassName())
                    .append('\n');
            for (StackTraceElementProxy place : problem.getStackTraceElementProxyArray()) {
                out.append("    ").append(place.getSTEAsString()).append('\n');
            }
            problem = problem.getCause();
        }
        return out.toString();
    }
}
