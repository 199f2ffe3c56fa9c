package io.github.agefold.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.agefold.dataset.LabelledFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
    @TempDir
    Path folder;

    @Test
    void jsonHoldsFiguresOptionsAndHashes() throws IOException {
        ReportFolder.write(folder.resolve("new"), SampleReport.of(true), List.of());
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("new/report.json").toFile());
        assertThat(json.at("/run/options/seed").asLong()).isEqualTo(1);
        assertThat(json.at("/run/options/split").asText()).isEqualTo("TEST");
        assertThat(json.at("/run/weightsHashes/generator.safetensors").asText()).isEqualTo("1234");
        assertThat(json.at("/run/facesHash").asText()).isEqualTo("00ff");
        assertThat(json.at("/methods/0/reconstruction/FaceNet/samePerson").asDouble())
                .isCloseTo(0.5, within(1e-9));
        assertThat(json.at("/methods/0/psnr").asDouble()).isCloseTo(20, within(1e-9));
        // what could not be measured is null, not a word that is no JSON
        assertThat(json.at("/methods/1/psnr").isNull()).isTrue();
        assertThat(json.at("/methods/1/failures").asInt()).isEqualTo(12);
        assertThat(json.at("/methods/1/age/meanMiss").isNull()).isTrue();
    }

    @Test
    void pageNeedsNothingBesideItself() throws IOException {
        String page = page(true);
        assertThat(page)
                .doesNotContainPattern("(src|href)='(?!data:)")
                .doesNotContain("<script", "http://", "https://");
        assertThat(page).contains("data:image/png;base64,");
    }

    @Test
    void textsAreEscaped() throws IOException {
        assertThat(page(true)).contains("faces &lt;&amp;&gt; more.zip").doesNotContain("<&>");
    }

    @Test
    void whatWasTrainedOnStandsInRed() throws IOException {
        assertThat(page(true)).contains("<p class='warning'>1 of this part's faces were left out");
        assertThat(page(false)).contains("<p class='warning'>These weights do not tell what they were trained on");
    }

    private String page(boolean trainedOnKnown) throws IOException {
        LabelledFace face = SyntheticFaces.ofEachGroup(1).get(0);
        Example example =
                new Example("best", face, List.of(new Example.Strip("z0", Collections.nCopies(6, face.face()))));
        ReportFolder.write(folder, SampleReport.of(trainedOnKnown), List.of(example));
        return Files.readString(folder.resolve(ReportFolder.PAGE));
    }
}
