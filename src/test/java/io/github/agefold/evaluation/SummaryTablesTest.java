package io.github.agefold.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTablesTest {
    @Test
    void markdownHasARowForEachMethod() {
        String[] lines = SummaryTables.markdown(SampleReport.of(true)).split("\n");
        assertThat(lines[0])
                .isEqualTo(
                        "| At the own age | accepted, FaceNet | accepted, FaceRes | the paper’s | PSNR | sharpness | KID |");
        assertThat(lines[2]).isEqualTo("| z0 | 50.0 % | 0.0 % | 53.2 % | 20.0 dB | 50 % | – |");
        assertThat(lines[3]).isEqualTo("| prototype | 0.0 % | 0.0 % | – | – | – | – |");
        assertThat(lines[7]).isEqualTo("| z0 | 100 % | 100 % | 100 % | 100 % | 100 % |");
        assertThat(lines[8]).isEqualTo("| prototype | 0 % | 0 % | 0 % | 0 % | 0 % |");
    }
}
