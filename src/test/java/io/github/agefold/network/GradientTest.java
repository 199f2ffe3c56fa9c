package io.github.agefold.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.age.AgeGroup;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gradients against central differences along the gradient itself: there the loss changes by the gradient's squared length for each
 * unit of step, and a single number tells whether every part of the backward pass is right.
 */
class GradientTest {
    private static final int BATCH = 6;
    private static final double[] STEPS = {1e-1, 1e-2, 1e-3, 1e-4};

    @Test
    void lossOfDiscriminatorReachesTheGeneratorsParameters() {
        Generator generator = livelier(Generator.create(1, 0, 0));
        Discriminator discriminator = livelier(Discriminator.create(2, 0));
        INDArray z = latents();
        INDArray age = ages();
        DoubleSupplier loss = () -> sum(discriminator.judge(true, generator.generate(true, z, age), age));

        assertThat(loss.getAsDouble()).isFinite();
        generator.backward(discriminator.backward(Nd4j.ones(BATCH, 1)));
        for (String layer :
                new String[] {"conv3_W", "conv2_W", "conv1_W", "conv1_norm_gamma", "dense2_W", "dense1_W"}) {
            INDArray gradient =
                    generator.graph().gradient().getGradientFor(layer).dup();
            assertThat(error(generator.graph().getParam(layer), gradient, loss))
                    .as(layer)
                    .isLessThan(5e-3);
        }
    }

    @Test
    void lossOfDiscriminatorReachesItsOwnParameters() {
        Discriminator discriminator = livelier(Discriminator.create(2, 0));
        INDArray faces = Nd4j.rand(BATCH, 3, 64, 64).muli(2).subi(1);
        DoubleSupplier loss = () -> sum(discriminator.judge(true, faces, ages()));

        assertThat(loss.getAsDouble()).isFinite();
        INDArray atFaces = discriminator.backward(Nd4j.ones(BATCH, 1)).dup();
        for (String layer : new String[] {"dense_W", "conv4_W", "conv2_norm_beta", "conv2_W", "conv1_W", "conv1_b"}) {
            INDArray gradient =
                    discriminator.graph().gradient().getGradientFor(layer).dup();
            assertThat(error(discriminator.graph().getParam(layer), gradient, loss))
                    .as(layer)
                    .isLessThan(5e-3);
        }
        assertThat(error(faces, atFaces, loss)).isLessThan(5e-3);
    }

    @Test
    void lossOfEncoderReachesItsParameters() {
        Encoder encoder = livelier(Encoder.create(3, 0));
        INDArray faces = Nd4j.rand(BATCH, 3, 64, 64).muli(2).subi(1);
        DoubleSupplier loss = () -> squares(encoder.approximate(true, faces));

        INDArray z = encoder.approximate(true, faces);
        encoder.backward(z.mul(2));
        for (String layer : new String[] {"dense2_W", "dense1_W", "conv4_W", "conv2_norm_gamma", "conv1_W"}) {
            INDArray gradient = encoder.graph().gradient().getGradientFor(layer).dup();
            assertThat(error(encoder.graph().getParam(layer), gradient, loss))
                    .as(layer)
                    .isLessThan(5e-3);
        }
    }

    @Test
    void lossOnOneFaceReachesItsLatentVectorThroughTheFoldedGenerator() {
        Generator folded = livelier(Generator.create(1, 0, 0)).folded();
        INDArray z = latents().getRows(0).dup();
        INDArray age = Nd4j.createFromArray(new float[][] {AgeGroup.FROM_30.oneHot()});
        Supplier<INDArray> face = () -> folded.generate(false, z, age);

        INDArray gradient = folded.backward(face.get().mul(2)).dup();
        assertThat(error(z, gradient, () -> squares(face.get()))).isLessThan(5e-3);
    }

    private static double error(INDArray variable, INDArray gradient, DoubleSupplier loss) {
        INDArray before = variable.dup();
        INDArray direction = gradient.reshape(variable.shape());
        double length = length(direction);
        double smallest = Double.POSITIVE_INFINITY;
        for (double step : STEPS) {
            // single precision blurs small steps and the loss bends over large ones: the best of several tells
            double scale = step / length;
            variable.assign(before.add(direction.mul(scale)));
            double above = loss.getAsDouble();
            variable.assign(before.sub(direction.mul(scale)));
            double below = loss.getAsDouble();
            variable.assign(before);
            double slope = (above - below) / (2 * scale);
            smallest = Math.min(smallest, Math.abs(slope / (length * length) - 1));
        }
        return smallest;
    }

    /** Summed in double precision: single precision loses several percent over the millions of a dense layer's squares. */
    private static double length(INDArray array) {
        double squares = 0;
        for (float value : array.dup('c').data().asFloat()) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    /** Fresh weights are so small that a loss would hardly move. */
    private static <N extends TrainableNetwork> N livelier(N network) {
        network.graph().params().muli(3);
        return network;
    }

    private static INDArray latents() {
        Nd4j.getRandom().setSeed(5);
        return Nd4j.randn(BATCH, Generator.LATENT);
    }

    private static INDArray ages() {
        return Nd4j.eye(BATCH).castTo(Nd4j.dataType());
    }

    private static double sum(INDArray array) {
        return array.castTo(DataType.DOUBLE).sumNumber().doubleValue();
    }

    private static double squares(INDArray array) {
        INDArray precise = array.castTo(DataType.DOUBLE);
        return precise.mul(precise).sumNumber().doubleValue();
    }
}
