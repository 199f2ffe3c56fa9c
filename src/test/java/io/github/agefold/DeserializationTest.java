package io.github.agefold;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No file can make the program restore a Java object, which could run any code. */
@Timeout(60)
class DeserializationTest {
    @Test
    void nothingCallsAClassThatOpensAnObjectStream() throws IOException {
        Set<String> restorers = ObjectRestorers.onTheClassPath();
        assertThat(restorers).as("the search finds what there is").contains("org.deeplearning4j.util.ModelSerializer");
        noClasses()
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("open an ObjectInputStream") {
                    @Override
                    public boolean test(JavaClass used) {
                        return restorers.contains(used.getName());
                    }
                })
                .because("a hostile file would run code")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackagesOf(Launcher.class));
    }

    /** What a library does deeper down is refused while it happens. */
    @Test
    void runningProgramRefusesEveryObject() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Restoring.class.getName())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(out).contains("filter status: REJECTED");
    }

    /** Starts the program, and restores a list when it ends. */
    static final class Restoring {
        private Restoring() {}

        public static void main(String[] arguments) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(new ArrayList<>());
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                    System.out.println("restored " + in.readObject());
                } catch (IOException | ClassNotFoundException e) {
                    System.out.println(e.getMessage());
                }
            }));
            Launcher.main(new String[] {"--version"});
        }
    }
}
