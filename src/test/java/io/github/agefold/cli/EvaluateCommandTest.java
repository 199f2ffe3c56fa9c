package io.github.agefold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void limitBelowOneOfEachGroupIsWrongUsage() {
        assertThat(run("--data", "x.zip", "--limit", "5")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString())
                .contains("--limit must be 0 (all faces) or at least 6")
                .contains("was 5");
    }

    @Test
    void trainingPartCannotBeChosen() {
        assertThat(run("--data", "x.zip", "--split", "train")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("--split");
    }

    @Test
    void absentDataIsNamed() {
        assertThat(run("--data", folder.resolve("none.zip").toString())).isEqualTo(ExitCode.OTHER.code());
        assertThat(err.toString()).contains("none.zip is not there. Name a folder or a zip of faces.");
    }

    @Test
    void folderWithoutWeightsIsNamed() {
        assertThat(run("--data", folder.toString(), "--weights", folder.toString()))
                .isEqualTo(ExitCode.BAD_WEIGHTS.code());
        assertThat(err.toString()).contains("is not a folder of weights");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "evaluate";
        all[1] = "--out";
        all[2] = folder.resolve("report").toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        CommandLine command = AgefoldCommand.commandLine();
        command.setErr(new PrintWriter(err, true));
        return command.execute(all);
    }
}
