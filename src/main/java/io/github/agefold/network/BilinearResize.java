package io.github.agefold.network;

import io.github.agefold.network.layer.MatrixProduct;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * TensorFlow's first bilinear resize, which the face networks were trained behind: output pixel i looks at i * in / out, without half
 * a pixel's shift, and the last row and column repeat. It is linear and separable, so it is two products with a fixed matrix.
 */
final class BilinearResize {
    private final int side;
    private final Map<Long, INDArray> matrices = new HashMap<>();

    /** @param side of the resized square images */
    BilinearResize(int side) {
        this.side = side;
    }

    /**
     * @param images [N, C, S, S], any S
     * @return [N, C, side, side]
     */
    INDArray forward(INDArray images) {
        return images.size(2) == side ? images : transform(images, matrix(images.size(2)));
    }

    /**
     * @param gradient at the resized images, [N, C, side, side]
     * @param from the side S of the images before
     * @return the gradient at these, [N, C, S, S]
     */
    INDArray backward(INDArray gradient, long from) {
        return from == side
                ? gradient
                : transform(gradient, matrix(from).transpose().dup('c'));
    }

    /** A X A' of every plane X, as one product over all rows and one over all columns. */
    private static INDArray transform(INDArray images, INDArray matrix) {
        long planes = images.size(0) * images.size(1);
        long in = matrix.size(1);
        long out = matrix.size(0);
        INDArray rows = images.reshape(planes, in, in).permute(1, 0, 2).dup('c').reshape(in, planes * in);
        INDArray tall = MatrixProduct.of(matrix, rows)
                .reshape(out, planes, in)
                .permute(1, 0, 2)
                .dup('c')
                .reshape(planes * out, in);
        return MatrixProduct.ofTransposedSecond(tall, matrix).reshape(images.size(0), images.size(1), out, out);
    }

    private INDArray matrix(long from) {
        return matrices.computeIfAbsent(from, in -> {
            float[][] matrix = new float[side][Math.toIntExact(in)];
            for (int i = 0; i < side; i++) {
                double source = (double) i * in / side;
                int left = (int) source;
                int right = (int) Math.min(left + 1, in - 1);
                matrix[i][left] += (float) (1 - (source - left));
                matrix[i][right] += (float) (source - left);
            }
            return Nd4j.createFromArray(matrix);
        });
    }
}
