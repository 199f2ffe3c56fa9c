package io.github.agefold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the command line does where no command is named, and what it says of itself. */
class AgefoldCommandTest {
    private final List<Path> opened = new ArrayList<>();

    @Test
    void aPhotoAloneOpensTheWindowOnIt() {
        Path photo = Path.of("assets/samples/astronaut.png");

        assertThat(AgefoldCommand.run(this::open, photo.toString())).isZero();

        assertThat(opened).containsExactly(photo);
    }

    @Test
    void aWordThatIsNeitherCommandNorFileIsRefusedWithoutAWindow() {
        CommandLine command = AgefoldCommand.commandLine();
        StringWriter err = new StringWriter();
        command.setErr(new PrintWriter(err));

        assertThat(command.execute("agee")).isEqualTo(2);

        assertThat(err.toString().strip())
                .isEqualTo("'agee' is neither a command nor a file that is there. See 'agefold --help'.");
    }

    @Test
    void wantOfMemoryIsSaidInWordsAndNotThrown() {
        assertThat(AgefoldCommand.run(photo -> {
                    throw new OutOfMemoryError("too little");
                }))
                .isEqualTo(1);
    }

    @Test
    void everyCommandsHelpFitsATerminalAndSaysWhatEachOptionIs() {
        CommandLine agefold = AgefoldCommand.commandLine();
        List<CommandLine> all = new ArrayList<>(agefold.getSubcommands().values());
        all.add(agefold);
        for (CommandLine command : all) {
            assertThat(command.getUsageMessage().lines())
                    .as(command.getCommandName())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
            assertThat(command.getCommandSpec().options())
                    .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
        }
    }

    private int open(Path photo) {
        opened.add(photo);
        return 0;
    }
}
