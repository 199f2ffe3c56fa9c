package io.github.agefold.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.DatasetException;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.dataset.TrainingFaces;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestFacesTest {
    private static final EvaluationOptions TWELVE = new EvaluationOptions(Part.ALL, 12, 1);

    @Test
    void aSixthOfTheLimitComesFromEachGroup() throws DatasetException {
        TestFaces faces = TestFaces.choose(SyntheticFaces.ofEachGroup(10), null, TWELVE);
        assertThat(FaceSet.countByGroup(faces.chosen()).values()).containsOnly(2);
        assertThat(FaceSet.countByGroup(faces.others()).values()).containsOnly(2);
        assertThat(faces.others()).doesNotContainAnyElementsOf(faces.chosen());
    }

    @Test
    void sameSeedChoosesTheSameFacesAndAnotherSeedOthers() throws DatasetException {
        List<LabelledFace> part = SyntheticFaces.ofEachGroup(10);
        String hash = TestFaces.choose(part, null, TWELVE).hash();
        assertThat(TestFaces.choose(part, null, TWELVE).hash()).isEqualTo(hash);
        assertThat(TestFaces.choose(part, null, new EvaluationOptions(Part.ALL, 12, 2))
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void withoutALimitAllFacesAreMeasured() throws DatasetException {
        List<LabelledFace> part = SyntheticFaces.ofEachGroup(3);
        assertThat(TestFaces.choose(part, null, new EvaluationOptions(Part.ALL, 0, 1))
                        .chosen())
                .isEqualTo(part);
    }

    @Test
    void doubleOfATrainingFaceIsLeftOutAndNamed() throws DatasetException {
        List<LabelledFace> part = SyntheticFaces.ofEachGroup(10);
        LabelledFace twin = new LabelledFace("other-name.jpg", 30, part.get(0).pixels());
        TestFaces faces =
                TestFaces.choose(part, TrainingFaces.of(List.of(twin)), new EvaluationOptions(Part.ALL, 0, 1));
        assertThat(faces.trainedOn()).containsExactly(part.get(0));
        assertThat(faces.chosen()).hasSize(part.size() - 1).doesNotContain(part.get(0));
    }

    @Test
    void partThatTrainingSawIsRefused() {
        List<LabelledFace> part = SyntheticFaces.ofEachGroup(10);
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> TestFaces.choose(part, TrainingFaces.of(part), TWELVE))
                .withMessageContaining("trained on 60 of the 60 faces")
                .withMessageContaining("another set");
    }

    @Test
    void limitBelowOneOfEachGroupIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvaluationOptions(Part.TEST, AgeGroup.COUNT - 1, 1))
                .withMessageContaining("was 5");
    }
}
