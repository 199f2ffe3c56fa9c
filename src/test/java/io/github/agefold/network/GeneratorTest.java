package io.github.agefold.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GeneratorTest {
    private final Generator generator = Generator.create(1, 1e-4, 0);

    @Test
    void facesAre64PixelsWideAndWithinTheRangeOfTanh() {
        INDArray faces =
                generator.generate(false, Nd4j.randn(2, 100), Nd4j.eye(6).getRows(0, 5));
        assertThat(faces.shape()).containsExactly(2, 3, 64, 64);
        assertThat(faces.maxNumber().doubleValue()).isLessThanOrEqualTo(1);
        assertThat(faces.minNumber().doubleValue()).isGreaterThanOrEqualTo(-1);
    }

    @Test
    void foldedGeneratorMakesTheSameFaces() {
        trainABit();
        INDArray z = Nd4j.randn(4, 100);
        INDArray age = Nd4j.eye(6).castTo(Nd4j.dataType()).getRows(0, 1, 2, 3);
        INDArray plain = generator.generate(false, z, age).dup();
        INDArray folded = generator.folded().generate(false, z, age);
        assertThat(plain.sub(folded).amaxNumber().doubleValue()).isLessThan(1e-4);
    }

    @Test
    void latentVectorsAndAgesThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.generate(false, Nd4j.zeros(2, 99), Nd4j.zeros(2, 6)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.generate(false, Nd4j.zeros(2, 100), Nd4j.zeros(3, 6)));
    }

    /** Batch norm's averages move away from 0 and 1, so that folding them is not trivial. */
    private void trainABit() {
        Nd4j.getRandom().setSeed(1);
        generator.graph().params().muli(2);
        for (int i = 0; i < 3; i++) {
            generator.generate(true, Nd4j.randn(8, 100), Nd4j.ones(8, 6));
            generator.backward(Nd4j.randn(8, 3, 64, 64));
            generator.graph().update();
        }
    }
}
