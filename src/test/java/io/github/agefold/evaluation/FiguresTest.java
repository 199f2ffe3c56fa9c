package io.github.agefold.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.evaluation.EvaluationReport.Attribute;
import io.github.agefold.evaluation.EvaluationReport.Column;
import io.github.agefold.face.Face;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two persons, figures worked out by hand. */
class FiguresTest {
    private static final List<Judge> JUDGES =
            List.of(new Judge("first", false, 0.6, 0.8, ""), new Judge("second", true, 1.0, 1.2, ""));
    private static final Subject WOMAN = subject("25_1_0_a.jpg", 25, 29);
    private static final Subject MAN = subject("65_0_0_b.jpg", 65, 60);
    private static final double[] RIGHT_AGES = {10, 25, 35, 45, 55, 65};

    @Test
    void reconstructionCountsTheOwnColumn() {
        Outcome kept = outcome(0.5, 0.5, RIGHT_AGES, 6);
        Outcome lost = outcome(0.7, 1.1, RIGHT_AGES, 6);
        Figures figures = figures(kept, lost);
        assertThat(figures.reconstruction().get("first").samePerson()).isEqualTo(0.5);
        assertThat(figures.reconstruction().get("first").crossAge()).isEqualTo(1);
        assertThat(figures.reconstruction().get("first").meanDistance()).isCloseTo(0.6, within(1e-9));
        assertThat(figures.reconstruction().get("second").samePerson()).isEqualTo(0.5);
    }

    @Test
    void failedFaceStaysInTheDenominator() {
        Figures figures = figures(outcome(0.5, 0.5, RIGHT_AGES, 6), Outcome.failed(2));
        assertThat(figures.failures()).isEqualTo(1);
        assertThat(figures.reconstruction().get("first").samePerson()).isEqualTo(0.5);
        assertThat(figures.age().accuracy()).isEqualTo(0.5);
        assertThat(figures.columns())
                .allSatisfy(column -> assertThat(column.inGroup()).isEqualTo(0.5));
    }

    @Test
    void columnInWhichNoFaceIsFoundIsNeitherAcceptedNorOfItsAge() {
        // the detector finds the first five columns of the woman's strip only
        Figures figures = figures(outcome(0.1, 0.1, RIGHT_AGES, 5), outcome(0.1, 0.1, RIGHT_AGES, 6));
        Column last = figures.columns().get(5);
        assertThat(last.found()).isEqualTo(0.5);
        assertThat(last.inGroup()).isEqualTo(0.5);
        assertThat(last.acceptance().get("first").samePerson()).isEqualTo(0.5);
        assertThat(figures.age().confusion()[5]).containsExactly(0, 0, 0, 0, 0, 1, 1);
    }

    @Test
    void stripThatDoesNotAgeKeepsIdentityButNotBoth() {
        double[] always25 = new double[AgeGroup.COUNT];
        Arrays.fill(always25, 25);
        Figures figures = figures(outcome(0, 0, always25, 6), outcome(0, 0, always25, 6));
        Column old = figures.columns().get(5);
        assertThat(old.acceptance().get("first").samePerson()).isEqualTo(1);
        assertThat(old.both().get("first")).isZero();
        assertThat(figures.columns().get(1).both().get("first")).isEqualTo(1);
    }

    @Test
    void splitGoesByWhatTheNamesTell() {
        Figures figures = figures(outcome(0.5, 0.5, RIGHT_AGES, 6), outcome(0.7, 1.1, RIGHT_AGES, 6));
        assertThat(figures.split()).extracting(Attribute::value).containsExactly("female", "male", "White");
        Attribute women = figures.split().get(0);
        assertThat(women.faces()).isEqualTo(1);
        assertThat(women.realAgeError()).isCloseTo(4, within(1e-9));
        assertThat(women.reconstructed().get("first")).isEqualTo(1);
        assertThat(figures.split().get(1).reconstructed().get("first")).isZero();
    }

    @Test
    void psnrIsFromTheMeanSquaredError() {
        // 0.04 of a peak of 2: 10 log10(4 / 0.04)
        assertThat(figures(outcome(0, 0, RIGHT_AGES, 6), outcome(0, 0, RIGHT_AGES, 6))
                        .psnr())
                .isCloseTo(20, within(1e-9));
    }

    @Test
    void bestComesFirst() {
        assertThat(figures(outcome(0.9, 1.5, RIGHT_AGES, 6), outcome(0.2, 0.4, RIGHT_AGES, 6))
                        .bestFirst())
                .containsExactly(1, 0);
    }

    private static Figures figures(Outcome woman, Outcome man) {
        return new Figures(JUDGES, List.of(WOMAN, MAN), List.of(woman, man));
    }

    private static Subject subject(String name, int age, double estimated) {
        LabelledFace face = new LabelledFace(name, age, new byte[Face.LENGTH]);
        return new Subject(face, Attributes.of(name), new float[2][], estimated, 1);
    }

    private static Outcome outcome(double first, double second, double[] ages, int found) {
        double[][] distances = new double[2][AgeGroup.COUNT];
        Arrays.fill(distances[0], first);
        Arrays.fill(distances[1], second);
        boolean[] seen = new boolean[AgeGroup.COUNT];
        Arrays.fill(seen, 0, found, true);
        return new Outcome(distances, ages, seen, 0.04, 0.5, 1);
    }
}
