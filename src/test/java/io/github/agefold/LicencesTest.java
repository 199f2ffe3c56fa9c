package io.github.agefold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The build lists every library with its licences, and ends where one has none; the texts are ours to bring. */
class LicencesTest {
    private static final Pattern LICENCE = Pattern.compile("\\(([^()]+)\\)(?= )");

    @Test
    void everyLibraryHasTheTextOfALicenceBesideIt() throws IOException {
        List<String> libraries = read("THIRD-PARTY.txt")
                .lines()
                .filter(l -> l.startsWith("     ("))
                .toList();
        assertThat(libraries).hasSizeGreaterThan(40).allSatisfy(library -> {
            List<String> licences =
                    LICENCE.matcher(library).results().map(m -> m.group(1)).toList();
            assertThat(licences).as(library).anyMatch(LicencesTest::hasText);
        });
    }

    private static boolean hasText(String licence) {
        return LicencesTest.class.getResource("/META-INF/licences/" + licence + ".txt") != null;
    }

    private static String read(String name) throws IOException {
        try (InputStream in = LicencesTest.class.getResourceAsStream("/META-INF/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
