package io.github.agefold.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a run that does not end by itself. */
@Timeout(300)
class KilledRunTest {
    @TempDir
    private Path folder;

    @Test
    void processKilledWhileItSavesGoesOnAsIfItHadNotBeen() throws Exception {
        Path unbroken = folder.resolve("unbroken");
        TinyRun.training(new RunFolder(unbroken)).run(point -> {}, () -> false);

        Path killed = folder.resolve("killed");
        killWhen(() -> steps(killed).size() >= 1, killed);
        killWhen(() -> Files.exists(killed.resolve(".checkpoint.safetensors.part")), killed);
        killWhen(() -> Files.exists(killed.resolve("weights/.encoder.safetensors.part")), killed);
        assertThat(new RunFolder(killed).isLocked()).isFalse();
        TinyRun.training(new RunFolder(killed)).run(point -> {}, () -> false);

        assertThat(steps(killed)).hasSize(4).isEqualTo(steps(unbroken));
        assertThat(Files.mismatch(killed.resolve("checkpoint.safetensors"), unbroken.resolve("checkpoint.safetensors")))
                .isEqualTo(-1);
    }

    @Test
    void fullDiskEndsTheRunAndKeepsTheCheckpoint() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has a disk that is always full");
        RunFolder run = new RunFolder(folder);
        TinyRun.training(run).run(point -> {}, () -> steps(folder).size() == 1);
        byte[] checkpoint = Files.readAllBytes(run.checkpoint());

        assertThatThrownBy(() -> TinyRun.training(run).run(point -> fillDisk(full), () -> false))
                .hasMessageContaining("checkpoint.safetensors: the disk is full");

        assertThat(run.checkpoint()).hasBinaryContent(checkpoint);
        assertThat(run.isLocked()).isFalse();
    }

    @Test
    void folderThatIsDeletedIsMadeAnewAndTheRunCanGoOn() throws IOException {
        Path place = folder.resolve("run");
        List<String> warnings = new ArrayList<>();
        TinyRun.training(new RunFolder(place))
                .run(
                        new RunListener() {
                            @Override
                            public void step(LossPoint point) {
                                if (point.step() == 2) {
                                    delete(place);
                                }
                            }

                            @Override
                            public void warned(String sentence) {
                                warnings.add(sentence);
                            }
                        },
                        () -> steps(place).size() == 1 && warnings.size() == 1);

        assertThat(warnings).singleElement().asString().contains("was gone and has been made anew");
        assertThat(steps(place)).extracting(LossPoint::step).containsExactly(3L);
        assertThat(new RunFolder(place).readOptions()).isEqualTo(TinyRun.options());
        assertThat(TinyRun.training(new RunFolder(place)).run(point -> {}, () -> false))
                .isTrue();
    }

    private static void delete(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void fullDiskUnderTheLossesEndsTheRunWithASentence() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has a disk that is always full");
        try (LossFile.Writer out = new LossFile(full).append()) {
            assertThatThrownBy(() -> out.write(new LossPoint("approximation", 1, 1, 1, Map.of())))
                    .hasMessage("Could not write /dev/full: the disk is full; free some room and try again.");
        } catch (IOException e) {
            // closing writes once more
        }
    }

    @Test
    void folderThatMayNotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> new RunFolder(file.resolve("run")).lock())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Could not make the folder " + file.resolve("run") + ": ");
        Path forbidden = Path.of("/sys/agefold");
        assumeTrue(Files.isDirectory(Path.of("/sys")), "only Linux has a folder where nobody may write");
        assertThatThrownBy(() -> new RunFolder(forbidden).lock())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Could not make the folder /sys/agefold: ");
    }

    @Test
    void memoryThatRunsOutEndsTheRunAndKeepsTheCheckpoint() throws IOException {
        RunFolder run = new RunFolder(folder);
        assertThatThrownBy(() -> TinyRun.training(run)
                        .run(
                                point -> {
                                    if (point.step() == 2) {
                                        throw new OutOfMemoryError("as Java would");
                                    }
                                },
                                () -> false))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(run.isLocked()).isFalse();
        assertThat(Checkpoint.read(run.checkpoint()).step()).isEqualTo(1);
    }

    @Test
    void folderIsTrainedByOneProgramAtATime() throws IOException {
        RunFolder run = new RunFolder(folder);
        try (RunLock lock = run.lock()) {
            assertThat(run.isLocked()).isTrue();
            assertThatThrownBy(() -> TinyRun.training(run).run(point -> {}, () -> false))
                    .isInstanceOf(TrainingException.class)
                    .hasMessageContaining("is being trained by another program");
        }
        assertThat(run.isLocked()).isFalse();
    }

    @Test
    void pausedRunIsSavedAndGoesOnWhenItIsTold() throws Exception {
        RunFolder run = new RunFolder(folder);
        RunControl control = new RunControl();
        List<String> events = new ArrayList<>();
        TinyRun.training(run)
                .run(
                        new RunListener() {
                            @Override
                            public void step(LossPoint point) {
                                events.add("step " + point.step());
                                if (point.step() == 2) {
                                    control.pause();
                                } else if (point.step() == 3) {
                                    control.stop();
                                }
                            }

                            @Override
                            public void paused() {
                                events.add("paused");
                                assertThat(run.hasWeights()).isTrue();
                                control.resume();
                            }
                        },
                        control);
        assertThat(events).containsExactly("step 1", "step 2", "paused", "step 3");
        assertThat(run.samples()).extracting(SampleFile::step).containsExactly(1L, 2L, 3L);
    }

    private void fillDisk(Path full) {
        try {
            Files.createSymbolicLink(folder.resolve(".checkpoint.safetensors.part"), full);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Trains in a process of its own, and kills it as kill -9 does, as soon as it has come so far. */
    private static void killWhen(BooleanSupplier isThere, Path run) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TinyRun.class.getName(),
                        run.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!isThere.getAsBoolean()) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(1);
        }
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** The steps of the loss file, without the seconds, which differ from run to run. */
    private static List<LossPoint> steps(Path run) {
        List<LossPoint> points = new ArrayList<>();
        try {
            new RunFolder(run)
                    .losses()
                    .read(0, p -> points.add(new LossPoint(p.stage(), p.step(), p.epoch(), 0, p.losses())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return points;
    }
}
