package io.github.agefold.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/**
 * libnd4j's two-dimensional convolution, called directly: DL4J's own layer goes through an im2col copy, which is about ten
 * times slower than the oneDNN kernels behind these operations.
 *
 * @param kernel side of the square kernel
 * @param stride step in both directions
 * @param same TensorFlow's SAME padding (what is left over goes to the bottom and right); otherwise none
 */
record Conv2d(int kernel, int stride, boolean same) {

    /**
     * @param in [N, C, H, W]
     * @param weight [K, C, kernel, kernel]
     * @param bias [K]
     * @return [N, K, H', W']
     */
    INDArray forward(INDArray in, INDArray weight, INDArray bias) {
        INDArray out = Nd4j.createUninitialized(
                in.dataType(), in.size(0), weight.size(0), outputSide(in.size(2)), outputSide(in.size(3)));
        Nd4j.exec(
                operation("conv2d").addInputs(in, weight, bias).addOutputs(out).build());
        return out;
    }

    /** Fills the gradients of the input, the weight and the bias from the gradient of the output. */
    void backward(
            INDArray in,
            INDArray weight,
            INDArray bias,
            INDArray outGradient,
            INDArray inGradient,
            INDArray weightGradient,
            INDArray biasGradient) {
        Nd4j.exec(operation("conv2d_bp")
                .addInputs(in, weight, bias, outGradient)
                .addOutputs(inGradient, weightGradient, biasGradient)
                .build());
    }

    /**
     * The gradient of the input alone, at half the price of {@link #backward}: at stride 1 it is a convolution of the output's
     * gradient with the kernel turned by 180 degrees.
     *
     * @param turned what {@link #turn} makes of the weight
     */
    INDArray inputGradient(INDArray outGradient, INDArray turned) {
        if (!isSymmetric()) {
            throw new IllegalStateException("only a stride of 1 with SAME padding and an odd kernel is symmetric");
        }
        return forward(outGradient, turned, Nd4j.zeros(outGradient.dataType(), turned.size(0)));
    }

    /** The kernel as {@link #inputGradient} wants it: turned by 180 degrees, input and output channels swapped. */
    static INDArray turn(INDArray weight) {
        INDArray swapped = weight.permute(1, 0, 2, 3).dup('c');
        INDArray turned = Nd4j.createUninitialized(swapped.dataType(), swapped.shape());
        Nd4j.exec(DynamicCustomOp.builder("reverse")
                .addInputs(swapped)
                .addIntegerArguments(2, 3)
                .addOutputs(turned)
                .build());
        return turned;
    }

    boolean isSymmetric() {
        return stride == 1 && same && kernel % 2 == 1;
    }

    /** A view-free copy in C order where the array is anything else: what the oneDNN kernels take. */
    static INDArray contiguous(INDArray array) {
        return array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array) ? array : array.dup('c');
    }

    private long outputSide(long side) {
        return same ? (side + stride - 1) / stride : (side - kernel) / stride + 1;
    }

    private DynamicCustomOp.DynamicCustomOpsBuilder operation(String name) {
        // kernel, stride, padding (worked out by the operation), dilation, SAME, NCHW, weights as [out, in, height,
        // width]
        return DynamicCustomOp.builder(name)
                .addIntegerArguments(kernel, kernel, stride, stride, 0, 0, 1, 1, same ? 1 : 0, 0, 1);
    }
}
