package io.github.agefold.latent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.network.Generator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LikenessTest {
    private static final AgeGroup OWN = AgeGroup.FROM_30;

    private static Generator generator;
    private static INDArray z0;
    private static INDArray z;

    @BeforeAll
    static void draw() {
        generator = Generator.create(1, 0, 0).folded();
        Nd4j.getRandom().setSeed(1);
        z0 = Nd4j.randn(1, Generator.LATENT);
        z = Nd4j.randn(1, Generator.LATENT);
    }

    @Test
    void ownAgeIsMadeOfAllThatWasFound() {
        INDArray column = new Likeness(OWN, z0, z, null).everyAge(generator).slice(OWN.ordinal());
        assertThat(column.distance2(face(z, OWN))).isLessThan(1e-4);
    }

    @Test
    void otherAgesAreMadeOfAShareOfIt() {
        INDArray between = z0.mul(0.4).add(z.mul(0.6));
        INDArray columns = new Likeness(OWN, z0, z, null).everyAge(generator);
        for (AgeGroup group : AgeGroup.ALL) {
            if (group != OWN) {
                assertThat(columns.slice(group.ordinal()).distance2(face(between, group)))
                        .isLessThan(1e-4);
            }
        }
    }

    @Test
    void correctionMovesTheOwnAgeMost() {
        INDArray correction = Nd4j.randn(1, 256, 8, 8).mul(0.1);
        INDArray change = new Likeness(OWN, z0, z0, correction)
                .everyAge(generator)
                .sub(new Likeness(OWN, z0, z0, null).everyAge(generator));
        double own = change.slice(OWN.ordinal()).norm2Number().doubleValue();
        double other = change.slice(0).norm2Number().doubleValue();
        // G is nearly linear over so small a step
        assertThat(other / own).isBetween(0.4, 0.8);
    }

    private static INDArray face(INDArray z, AgeGroup group) {
        return generator
                .generate(false, z, Nd4j.createFromArray(new float[][] {group.oneHot()}))
                .slice(0)
                .dup();
    }
}
