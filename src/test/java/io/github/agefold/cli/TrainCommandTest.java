package io.github.agefold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.stage.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void runIsNeverBegunOverAnother() throws IOException {
        Files.createFile(folder.resolve("checkpoint.safetensors"));
        assertThat(run("train", "--data", "x", "--out", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("holds a run already").contains("--resume");
    }

    @Test
    void nothingToResumeSaysSo() {
        assertThat(run("train", "--data", "x", "--out", folder.toString(), "--resume"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no run to go on with");
    }

    @Test
    void dataThatIsNotThereIsNamed() {
        assertThat(run(
                        "train",
                        "--data",
                        "nowhere.zip",
                        "--out",
                        folder.resolve("run").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("nowhere.zip is not there");
    }

    @Test
    void facesOfARunThatAnotherProgramTrainsAreLeftAlone() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path out = folder.resolve("run");
        RunFolder run = new RunFolder(out);
        try (var lock = run.lock()) {
            assertThat(run("train", "--data", data.toString(), "--out", out.toString()))
                    .isEqualTo(1);
        }
        assertThat(err.toString()).contains("is being trained by another program");
        assertThat(run.faces()).doesNotExist();
    }

    @Test
    void optionsThatCannotBeAreWrongUsage() {
        assertThat(run("train", "--data", "x", "--out", folder.toString(), "--stages", "7"))
                .isEqualTo(2);
        assertThat(run("train", "--data", "x", "--out", folder.toString(), "--batch", "1"))
                .isEqualTo(2);
        assertThat(run("train", "--data", "x", "--out", folder.toString(), "--epochs", "1"))
                .isEqualTo(2);
    }

    private int run(String... arguments) {
        CommandLine command = AgefoldCommand.commandLine();
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
