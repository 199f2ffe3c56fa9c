package io.github.agefold.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossFileTest {
    @TempDir
    private Path folder;

    @Test
    void pointsComeBackAsTheyWereWritten() throws IOException {
        LossFile file = file("adversarial", 2);
        assertThat(read(file, 0))
                .containsExactly(
                        new LossPoint("adversarial", 1, 0.5, 0.25, Map.of("generator", 1.0)),
                        new LossPoint("adversarial", 2, 1.0, 0.25, Map.of("generator", 2.0)));
    }

    @Test
    void fileThatIsBeingWrittenIsReadFromWhereTheLastReadingEnded() throws IOException {
        LossFile file = file("adversarial", 2);
        long place = file.read(0, point -> {});
        Files.writeString(path(), "{\"stage\":\"adversarial\",\"st", StandardOpenOption.APPEND);
        assertThat(read(file, place)).isEmpty();
        Files.writeString(path(), "ep\":3}\n", StandardOpenOption.APPEND);
        assertThat(read(file, place)).extracting(LossPoint::step).containsExactly(3L);
    }

    @Test
    void lineCutShortByACrashAndAllAfterTheCheckpointAreForgotten() throws IOException {
        LossFile file = file("adversarial", 3);
        try (LossFile.Writer out = file.append()) {
            out.write(new LossPoint("approximation", 1, 0.5, 0.25, Map.of("encoder", 1.0)));
            out.write(new LossPoint("approximation", 2, 0.5, 0.25, Map.of("encoder", 1.0)));
        }
        Files.writeString(path(), "{\"stage\":\"appro", StandardOpenOption.APPEND);
        file.truncate("approximation", 1);
        assertThat(read(file, 0)).hasSize(4);
        file.truncate("adversarial", 2);
        assertThat(read(file, 0)).extracting(LossPoint::step).containsExactly(1L, 2L);
    }

    private Path path() {
        return folder.resolve("losses.jsonl");
    }

    private LossFile file(String stage, int steps) throws IOException {
        LossFile file = new LossFile(path());
        try (LossFile.Writer out = file.append()) {
            for (int step = 1; step <= steps; step++) {
                out.write(new LossPoint(stage, step, step / 2.0, 0.25, Map.of("generator", (double) step)));
            }
        }
        return file;
    }

    private static List<LossPoint> read(LossFile file, long from) throws IOException {
        List<LossPoint> points = new ArrayList<>();
        file.read(from, points::add);
        return points;
    }
}
