package io.github.agefold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Ages a photo in a process that is refused the network, and looks at what is left behind. */
@EnabledForJreRange(
        max = JRE.JAVA_23,
        disabledReason = "later Javas have no security manager to refuse the network with")
class PrivacyTest {
    private static final String PHOTO = "holiday-of-my-aunt.png";

    private static final Set<String> SOCKETS = new TreeSet<>();
    private static Set<String> socketsOfAging = Set.of();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void agePhoto() throws Exception {
        Files.createDirectories(folder.resolve("temporary"));
        Files.copy(Path.of("assets", "samples", "astronaut.png"), folder.resolve(PHOTO));
        int code = run(Launcher.class, "age", folder.resolve(PHOTO).toString(), "--out", strip().toString());
        assertThat(code).as(output()).isZero();
        socketsOfAging = Set.copyOf(SOCKETS);
    }

    @Test
    void stripIsMadeWithoutASocket() {
        assertThat(strip()).isNotEmptyFile();
        assertThat(attempts()).doesNotExist();
        assertThat(socketsOfAging).isEmpty();
    }

    @Test
    void nothingOfThePhotoIsLeftInTheTemporaryFolder() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("temporary"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void logDoesNotNameThePhoto() throws Exception {
        Path broken = folder.resolve("broken-" + PHOTO);
        Files.writeString(broken, "no picture");
        run(Launcher.class, "age", broken.toString(), "--out", strip().toString());
        assertThat(Files.readString(folder.resolve("logs/agefold.log"))).doesNotContain(PHOTO);
    }

    /** Whether the rest of this class could fail at all. */
    @Test
    void socketsAreNoticed() throws Exception {
        assertThat(run(Caller.class)).isZero();
        assertThat(Files.readAllLines(attempts())).hasSize(2);
        Files.delete(attempts());
    }

    /** Tries to reach this machine itself, in two ways. */
    public static final class Caller {
        public static void main(String[] arguments) throws IOException {
            InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
            try (Socket socket = new Socket()) {
                socket.connect(here);
            } catch (SecurityException e) {
                // as it should be
            }
            try (SocketChannel channel = SocketChannel.open()) {
                channel.connect(here);
            } catch (SecurityException e) {
                // as it should be
            }
        }
    }

    private static int run(Class<?> program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-Djava.security.manager=" + NoNetwork.class.getName(),
                "-Dnetwork.attempts=" + attempts(),
                "-Djava.io.tmpdir=" + folder.resolve("temporary"),
                "-Dagefold.logs=" + folder.resolve("logs"),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        // beside other tests' threads, waiting for work must not take the processor
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        Process process = builder.start();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            assertThat(System.nanoTime()).isLessThan(end);
            SOCKETS.addAll(sockets(process.pid()));
        }
        return process.exitValue();
    }

    /**
     * The internet's sockets that a process has open, those of native libraries among them; none where the system does not list them.
     * Java itself has a pair of the other sort, which lead nowhere.
     */
    private static List<String> sockets(long process) {
        Path about = Path.of("/proc", Long.toString(process));
        try (Stream<Path> open = Files.list(about.resolve("fd"))) {
            List<String> sockets = open.map(PrivacyTest::target)
                    .filter(file -> file.startsWith("socket:"))
                    .map(file -> file.replaceAll("\\D", ""))
                    .toList();
            List<String> internet = new ArrayList<>();
            for (String kind : List.of("tcp", "tcp6", "udp", "udp6", "raw", "raw6")) {
                for (String line : Files.readAllLines(about.resolve("net").resolve(kind))) {
                    internet.addAll(List.of(line.strip().split("\\s+")));
                }
            }
            return sockets.stream().filter(internet::contains).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // ended meanwhile
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    private static String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"));
    }

    private static Path strip() {
        return folder.resolve("strip.png");
    }

    private static Path attempts() {
        return folder.resolve("attempts.txt");
    }
}
