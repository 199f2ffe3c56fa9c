package io.github.agefold.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationPairsTest {
    @TempDir
    Path folder;

    @Test
    void linesOfThreeAndFourWordsArePairs() throws IOException {
        write("1 1\nAda_Lovelace\t1\t4\nAda_Lovelace\t1\tAlan_Turing\t12\n");
        assertThat(VerificationPairs.read(folder))
                .containsExactly(
                        new VerificationPairs.Pair(
                                folder.resolve("Ada_Lovelace/Ada_Lovelace_0001.jpg"),
                                folder.resolve("Ada_Lovelace/Ada_Lovelace_0004.jpg"),
                                true),
                        new VerificationPairs.Pair(
                                folder.resolve("Ada_Lovelace/Ada_Lovelace_0001.jpg"),
                                folder.resolve("Alan_Turing/Alan_Turing_0012.jpg"),
                                false));
    }

    @Test
    void lineThatIsNoPairIsNamed() throws IOException {
        write("1\nAda one 4\n");
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> VerificationPairs.read(folder))
                .withMessageContaining("pairs.txt, line 2 is no pair: \"Ada one 4\"");
    }

    @Test
    void folderWithoutPairsIsNamed() {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> VerificationPairs.read(folder))
                .withMessageContaining("has no pairs.txt");
    }

    @Test
    void pairsOfOneKindSetNoThreshold() throws IOException {
        write("1\nAda 1 4\n");
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> VerificationPairs.read(folder))
                .withMessageContaining("1 of one kind");
    }

    @Test
    void thresholdLiesWhereMostPairsAreToldApart() {
        double[] distances = {0.2, 0.4, 0.7, 0.6, 0.9, 1.0};
        boolean[] genuine = {true, true, true, false, false, false};
        // below 0.5 two of three are accepted and no stranger; below 0.8 all three and one stranger: both five of six,
        // the first stays
        assertThat(VerificationPairs.bestThreshold(distances, genuine)).isCloseTo(0.5, within(1e-9));
    }

    private void write(String pairs) throws IOException {
        Files.writeString(folder.resolve("pairs.txt"), pairs);
    }
}
