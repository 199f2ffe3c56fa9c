package io.github.agefold.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How FaceNet, the age estimator and the landmarks want to see a face: at their own side, minus a mean colour, over 255. */
final class FaceInput {
    private static final int CHANNELS = 3;
    private static final double HALF_RANGE = 127.5;
    private static final double[] MEAN_COLOUR = {122.782, 117.001, 104.298};

    /** (127.5 (x + 1) - mean) / 255 is x / 2 plus this. */
    private static final INDArray OFFSET = offset();

    private static final double GAIN = HALF_RANGE / 255;

    private final BilinearResize resize;
    private long side;

    /** @param side that the network works at */
    FaceInput(int side) {
        resize = new BilinearResize(side);
    }

    /**
     * @param faces RGB, [N, 3, S, S], in [-1, 1]
     * @return the network's input
     * @throws IllegalArgumentException if the faces are not square or not RGB
     */
    INDArray forward(INDArray faces) {
        if (faces.rank() != 4 || faces.size(1) != CHANNELS || faces.size(2) != faces.size(3)) {
            throw new IllegalArgumentException("wanted square faces [N, 3, S, S], got " + faces.shapeInfoToString());
        }
        side = faces.size(2);
        // before the resize, where there are fewer pixels: interpolation leaves a constant as it is
        INDArray normalized = faces.mul(GAIN);
        normalized.addi(OFFSET.broadcast(normalized.shape()));
        return resize.forward(normalized);
    }

    /** The gradient at the faces of the last {@link #forward}, from the gradient at the network's input. */
    INDArray backward(INDArray inputGradient) {
        return resize.backward(inputGradient, side).mul(GAIN);
    }

    private static INDArray offset() {
        float[] offset = new float[CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            offset[i] = (float) ((HALF_RANGE - MEAN_COLOUR[i]) / 255);
        }
        return Nd4j.createFromArray(offset).reshape(1, CHANNELS, 1, 1);
    }
}
