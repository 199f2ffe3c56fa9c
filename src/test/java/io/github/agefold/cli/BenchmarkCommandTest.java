package io.github.agefold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarkCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void numbersThatCannotBeAreWrongUsage() {
        assertThat(run("benchmark", "--batch", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--batch has at least 2 faces, got 1");
        assertThat(run("benchmark", "--runs", "0")).isEqualTo(2);
        assertThat(run("benchmark", "--only", "nothing")).isEqualTo(2);
        assertThat(run("benchmark", "--stages", "4")).isEqualTo(2);
    }

    @Test
    void withoutAnotherEngineComparisonSaysSo() {
        assertThat(run("benchmark", "--only", "comparison")).isZero();
        assertThat(out.toString()).contains("no other engine on the class path");
    }

    @Test
    void missingPhotoIsNamed() {
        assertThat(run("benchmark", "--only", "photo", "--photo", "nowhere.png"))
                .isEqualTo(ExitCode.UNREADABLE_IMAGE.code());
        assertThat(err.toString()).contains("nowhere.png");
    }

    private int run(String... arguments) {
        CommandLine command = AgefoldCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
