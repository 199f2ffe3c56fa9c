package io.github.agefold.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTablesTest {
    @Test
    void markdownHasARowForEachMethod() {
        String[] lines = SummaryTables.markdown(SampleReport.of(true)).split("\n", -1);
        assertThat(lines[0])
                .isEqualTo(
                        "| At the own age | accepted, FaceNet | accepted, FaceRes | the paper’s | PSNR | sharpness | KID |");
        assertThat(lines[2]).isEqualTo("| real faces | – | – | – | – | 100 % | 0.0010 |");
        assertThat(lines[3]).isEqualTo("| z0 | 50.0 % | 0.0 % | 53.2 % | 20.0 dB | 50 % | – |");
        assertThat(lines[4]).isEqualTo("| prototype | 0.0 % | 0.0 % | – | – | – | – |");
        assertThat(lines[8]).isEqualTo("| real faces | 100 % | – | – | – | – |");
        assertThat(lines[9]).isEqualTo("| z0 | 100 % | 100 % | 100 % | 100 % | 100 % |");
        assertThat(lines[10]).isEqualTo("| prototype | 0 % | 0 % | 0 % | 0 % | 0 % |");
    }
}
