package io.github.agefold.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.face.Face;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class FacePixelLossTest {
    private static final long[] SHAPE = {1, 3, Face.SIDE, Face.SIDE};
    private static final INDArray GREY = Nd4j.zeros(DataType.FLOAT, SHAPE);

    @Test
    void sameDifferenceEverywhereIsItsSquare() {
        assertThat(lossOf(GREY.add(0.5))).isCloseTo(0.25, within(1e-6));
    }

    @Test
    void noseCountsAsTheBellSays() {
        double corner = lossOf(dot(0, 0));
        // (31.5, 34) by deviations of 13 and 15, against half a pixel from the middle
        double exponent = (square(31.5 / 13) + square(34.0 / 15) - square(0.5 / 13)) / 2;
        assertThat(lossOf(dot(32, 34)) / corner).isCloseTo(Math.exp(exponent), within(0.1));
    }

    @Test
    void redAloneCountsAsItsLuminanceAndAFifthOfItsColour() {
        INDArray red = GREY.dup();
        red.get(NDArrayIndex.point(0), NDArrayIndex.point(0)).assign(1);
        // luminance 0.299; from it the channels are off by 0.701, 0.299 and 0.299
        double colour = (square(0.701) + 2 * square(0.299)) / 3;
        assertThat(lossOf(red)).isCloseTo(square(0.299) + 0.2 * colour, within(1e-5));
    }

    @Test
    void leftAndRightCountAlike() {
        assertThat(lossOf(dot(20, 30))).isEqualTo(lossOf(dot(43, 30)));
    }

    @Test
    void gradientIsTheLosssSlope() {
        Nd4j.getRandom().setSeed(3);
        INDArray made = Nd4j.rand(DataType.FLOAT, SHAPE);
        INDArray way = Nd4j.randn(DataType.FLOAT, SHAPE);
        double along = new FacePixelLoss(GREY)
                .of(made)
                .faceGradient()
                .mul(way)
                .sumNumber()
                .doubleValue();
        // the loss is a square: the difference is the slope, however long the step
        double slope = (lossOf(made.add(way)) - lossOf(made.sub(way))) / 2;
        assertThat(along).isCloseTo(slope, within(1e-5));
    }

    private static double lossOf(INDArray made) {
        return new FacePixelLoss(GREY).of(made).loss();
    }

    /** Grey, but for one white pixel. */
    private static INDArray dot(int x, int y) {
        INDArray face = GREY.dup();
        face.get(NDArrayIndex.point(0), NDArrayIndex.all(), NDArrayIndex.point(y), NDArrayIndex.point(x))
                .assign(1);
        return face;
    }

    private static double square(double value) {
        return value * value;
    }
}
