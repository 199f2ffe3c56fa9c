package io.github.agefold.network.layer;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

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
public record Conv2d(int kernel, int stride, boolean same) {

    /**
     * @param in [N, C, H, W]
     * @param weight [K, C, kernel, kernel]
     * @param bias [K]
     * @return [N, K, H', W']
     */
    public INDArray forward(INDArray in, INDArray weight, INDArray bias) {
        INDArray out = Nd4j.createUninitialized(
                in.dataType(), in.size(0), weight.size(0), outputSide(in.size(2)), outputSide(in.size(3)));
        Nd4j.exec(
                operation("conv2d").addInputs(in, weight, bias).addOutputs(out).build());
        return out;
    }

    /**
     * A kernel for each channel, without bias.
     *
     * @param in [N, C, H, W]
     * @param kernels what {@link #channelsLast} makes of the weight
     * @return [N, C, H', W']
     */
    INDArray depthwise(INDArray in, INDArray kernels) {
        // without a bias, be it zero, oneDNN does not take this operation over
        return depthwise(in, kernels, Nd4j.zeros(in.dataType(), in.size(1)));
    }

    /**
     * A kernel for each channel.
     *
     * @param in [N, C, H, W]
     * @param kernels what {@link #channelsLast} makes of the weight
     * @param bias [C]
     * @return [N, C, H', W']
     */
    public INDArray depthwise(INDArray in, INDArray kernels, INDArray bias) {
        INDArray out = Nd4j.createUninitialized(
                in.dataType(), in.size(0), in.size(1), outputSide(in.size(2)), outputSide(in.size(3)));
        Nd4j.exec(operation("depthwise_conv2d", 0)
                .addInputs(in, kernels, bias)
                .addOutputs(out)
                .build());
        return out;
    }

    /** [C, 1, kernel, kernel] to [kernel, kernel, C, 1], the only order for which {@link #depthwise} has a oneDNN kernel. */
    public static INDArray channelsLast(INDArray weight) {
        return weight.permute(2, 3, 0, 1).dup('c');
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

    /**
     * The gradient of the input alone at any stride: the transposed convolution.
     *
     * @param inShape of the input
     */
    INDArray inputGradient(INDArray outGradient, INDArray weight, long[] inShape) {
        long height = (outGradient.size(2) - 1) * stride + kernel;
        long width = (outGradient.size(3) - 1) * stride + kernel;
        INDArray spread = Nd4j.createUninitialized(outGradient.dataType(), inShape[0], inShape[1], height, width);
        Nd4j.exec(DynamicCustomOp.builder("deconv2d")
                .addInputs(outGradient, weight)
                // as in operation(), without padding
                .addIntegerArguments(kernel, kernel, stride, stride, 0, 0, 1, 1, 0, 0, 1)
                .addOutputs(spread)
                .build());
        if (height == inShape[2] && width == inShape[3]) {
            return spread;
        }
        // the spread gradient hangs over where the input was padded, and ends early where the stride left a rest
        long top = same ? Math.max(height - inShape[2], 0) / 2 : 0;
        long left = same ? Math.max(width - inShape[3], 0) / 2 : 0;
        long bottom = Math.min(height - top, inShape[2]);
        long right = Math.min(width - left, inShape[3]);
        INDArray inGradient = Nd4j.zeros(outGradient.dataType(), inShape);
        inGradient
                .get(all(), all(), interval(0, bottom), interval(0, right))
                .assign(spread.get(all(), all(), interval(top, top + bottom), interval(left, left + right)));
        return inGradient;
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
        // weights as [out, in, height, width]
        return operation(name, 1);
    }

    private DynamicCustomOp.DynamicCustomOpsBuilder operation(String name, int weightOrder) {
        // kernel, stride, padding (worked out by the operation), dilation, SAME, NCHW, order of the weight's axes
        return DynamicCustomOp.builder(name)
                .addIntegerArguments(kernel, kernel, stride, stride, 0, 0, 1, 1, same ? 1 : 0, 0, weightOrder);
    }
}
