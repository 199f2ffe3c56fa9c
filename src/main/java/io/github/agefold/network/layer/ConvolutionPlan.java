package io.github.agefold.network.layer;

import io.github.agefold.network.layer.OneDnn.Step;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Objects;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A convolution over inputs of one shape, forward and backward, with bias and, where wanted, (leaky) ReLU. All arrays are in C order;
 * it works in oneDNN's own order between them and keeps its input and output in it for the backward pass. What it returns it fills
 * anew at its next call, so that nothing is allocated in training.
 */
final class ConvolutionPlan {

    /**
     * What the convolution is, whatever the size of its input.
     *
     * @param kernel side of the square kernel
     * @param stride step in both directions
     * @param same TensorFlow's SAME padding (what is left over goes to the bottom and right); otherwise none
     * @param depthwise a kernel for each channel, [C, 1, kernel, kernel], in place of [K, C, kernel, kernel]
     * @param slope of (leaky) ReLU below zero; 1 for none
     */
    record Geometry(int kernel, int stride, boolean same, boolean depthwise, float slope) {
        long outputSide(long side) {
            return same ? (side + stride - 1) / stride : (side - kernel) / stride + 1;
        }

        /** What is padded above and to the left of an input, [N, C, H, W]. */
        long[] paddingBefore(long[] inShape) {
            return new long[] {padding(inShape[2]) / 2, padding(inShape[3]) / 2};
        }

        /** What is padded below and to the right. */
        long[] paddingAfter(long[] inShape) {
            return new long[] {(padding(inShape[2]) + 1) / 2, (padding(inShape[3]) + 1) / 2};
        }

        private long padding(long side) {
            return same ? Math.max((outputSide(side) - 1) * stride + kernel - side, 0) : 0;
        }
    }

    private final Geometry geometry;
    private final long[] inShape;
    private final long[] outShape;
    private final long[] weightShape;
    private final long[] before;
    private final long[] after;
    private final convolution_forward.primitive_desc description;
    private final memory plainIn;
    private final memory plainWeight;
    private final memory plainBias;
    private final memory plainOut;
    private final memory in;
    private final memory weight;
    private final memory out;
    private final Step layInOut;
    private final Step layWeightOut;
    private final Step convolve;
    private final Step giveOut;
    private final INDArray output;
    private boolean weightLaidOut;
    private @Nullable OutputGradient outputGradient;
    private @Nullable InputGradient inputGradient;
    private @Nullable WeightGradient weightGradient;

    /**
     * @param inShape [N, C, H, W]
     * @param outputs K
     */
    ConvolutionPlan(Geometry geometry, long[] inShape, long outputs) {
        this.geometry = geometry;
        this.inShape = inShape.clone();
        long channels = inShape[1];
        int kernel = geometry.kernel;
        outShape = new long[] {inShape[0], outputs, geometry.outputSide(inShape[2]), geometry.outputSide(inShape[3])};
        weightShape = geometry.depthwise
                ? new long[] {channels, 1, 1, kernel, kernel}
                : new long[] {outputs, channels, kernel, kernel};
        before = geometry.paddingBefore(inShape);
        after = geometry.paddingAfter(inShape);
        description = new convolution_forward.primitive_desc(
                OneDnn.engine(),
                dnnl.prop_kind.forward_training,
                dnnl.algorithm.convolution_direct,
                OneDnn.free(inShape),
                OneDnn.free(weightShape),
                OneDnn.plain(outputs),
                OneDnn.free(outShape),
                strides(),
                before,
                after,
                Rectifier.after(geometry.slope),
                false);
        plainIn = OneDnn.borrow(OneDnn.plain(inShape));
        plainWeight = OneDnn.borrow(OneDnn.plain(weightShape));
        plainBias = OneDnn.borrow(OneDnn.plain(outputs));
        plainOut = OneDnn.borrow(OneDnn.plain(outShape));
        output = Nd4j.createUninitialized(DataType.FLOAT, outShape, 'c');
        OneDnn.point(plainOut, output);
        in = OneDnn.allocate(description.src_desc());
        weight = OneDnn.allocate(description.weights_desc());
        out = OneDnn.allocate(description.dst_desc());
        layInOut = Step.reorder(plainIn, in);
        layWeightOut = Step.reorder(plainWeight, weight);
        giveOut = Step.reorder(out, plainOut);
        convolve = new Step(new convolution_forward(description))
                .with(dnnl.DNNL_ARG_SRC, in)
                .with(dnnl.DNNL_ARG_WEIGHTS, weight)
                .with(dnnl.DNNL_ARG_BIAS, plainBias)
                .with(dnnl.DNNL_ARG_DST, out);
    }

    private long[] strides() {
        return new long[] {geometry.stride, geometry.stride};
    }

    boolean fits(long[] shape) {
        return Arrays.equals(inShape, shape);
    }

    /**
     * @param fixed whether the weights are those of the last call, so that their order from then still holds
     * @return [N, K, H', W'], valid until the next call
     */
    INDArray forward(INDArray input, INDArray weights, INDArray bias, boolean fixed) {
        OneDnn.point(plainIn, input);
        OneDnn.point(plainWeight, weights);
        OneDnn.point(plainBias, bias);
        layInOut.run();
        if (!fixed || !weightLaidOut) {
            layWeightOut.run();
            weightLaidOut = true;
        }
        convolve.run();
        giveOut.run();
        Reference.reachabilityFence(input);
        Reference.reachabilityFence(weights);
        Reference.reachabilityFence(bias);
        return output;
    }

    /** Takes the gradient at the output of the last {@link #forward}; those of input and weights are made from it. */
    void backward(INDArray gradient) {
        if (outputGradient == null) {
            outputGradient = new OutputGradient();
        }
        outputGradient.take(gradient);
    }

    /** The gradient at the input, after {@link #backward}; valid until the next call. */
    INDArray inputGradient(boolean fixed) {
        if (inputGradient == null) {
            inputGradient = new InputGradient();
        }
        return inputGradient.give(fixed);
    }

    /** Fills the gradients of weights and bias, after {@link #backward}. */
    void weightGradient(INDArray ofWeight, INDArray ofBias) {
        if (weightGradient == null) {
            weightGradient = new WeightGradient();
        }
        weightGradient.give(ofWeight, ofBias);
    }

    /** The gradient at the output, taken through ReLU's derivative where there is one. */
    private final class OutputGradient {
        private final memory plain = OneDnn.borrow(OneDnn.plain(outShape));
        private final memory laidOut = OneDnn.allocate(out.get_desc());
        private final Step layOut = Step.reorder(plain, laidOut);
        private final @Nullable Step derive = Rectifier.derivative(geometry.slope, out, laidOut);

        void take(INDArray gradient) {
            OneDnn.point(plain, gradient);
            layOut.run();
            Reference.reachabilityFence(gradient);
            if (derive != null) {
                derive.run();
            }
        }
    }

    private final class InputGradient {
        private final Adapted slope;
        private final Adapted kernels;
        private final memory plain = OneDnn.borrow(OneDnn.plain(inShape));
        private final Step convolve;
        private final Step give;
        private final INDArray gradient = Nd4j.createUninitialized(DataType.FLOAT, inShape, 'c');
        private boolean kernelsReady;

        InputGradient() {
            OneDnn.point(plain, gradient);
            convolution_backward_data.primitive_desc backward = new convolution_backward_data.primitive_desc(
                    OneDnn.engine(),
                    dnnl.algorithm.convolution_direct,
                    OneDnn.free(inShape),
                    OneDnn.free(weightShape),
                    OneDnn.free(outShape),
                    strides(),
                    before,
                    after,
                    description);
            slope = Adapted.of(Objects.requireNonNull(outputGradient).laidOut, backward.diff_dst_desc());
            kernels = Adapted.of(weight, backward.weights_desc());
            memory laidOut = OneDnn.allocate(backward.diff_src_desc());
            convolve = new Step(new convolution_backward_data(backward))
                    .with(dnnl.DNNL_ARG_DIFF_DST, slope.memory())
                    .with(dnnl.DNNL_ARG_WEIGHTS, kernels.memory())
                    .with(dnnl.DNNL_ARG_DIFF_SRC, laidOut);
            give = Step.reorder(laidOut, plain);
        }

        INDArray give(boolean fixed) {
            slope.run();
            if (!fixed || !kernelsReady) {
                kernels.run();
                kernelsReady = true;
            }
            convolve.run();
            give.run();
            return gradient;
        }
    }

    private final class WeightGradient {
        private final Adapted slope;
        private final Adapted input;
        private final memory plain = OneDnn.borrow(OneDnn.plain(weightShape));
        private final memory bias = OneDnn.borrow(OneDnn.plain(outShape[1]));
        private final Step convolve;
        private final Step give;

        WeightGradient() {
            convolution_backward_weights.primitive_desc backward = new convolution_backward_weights.primitive_desc(
                    OneDnn.engine(),
                    dnnl.algorithm.convolution_direct,
                    OneDnn.free(inShape),
                    OneDnn.free(weightShape),
                    OneDnn.plain(outShape[1]),
                    OneDnn.free(outShape),
                    strides(),
                    before,
                    after,
                    description);
            slope = Adapted.of(Objects.requireNonNull(outputGradient).laidOut, backward.diff_dst_desc());
            input = Adapted.of(in, backward.src_desc());
            memory laidOut = OneDnn.allocate(backward.diff_weights_desc());
            convolve = new Step(new convolution_backward_weights(backward))
                    .with(dnnl.DNNL_ARG_DIFF_DST, slope.memory())
                    .with(dnnl.DNNL_ARG_SRC, input.memory())
                    .with(dnnl.DNNL_ARG_DIFF_WEIGHTS, laidOut)
                    .with(dnnl.DNNL_ARG_DIFF_BIAS, bias);
            give = Step.reorder(laidOut, plain);
        }

        void give(INDArray ofWeight, INDArray ofBias) {
            OneDnn.point(plain, ofWeight);
            OneDnn.point(bias, ofBias);
            slope.run();
            input.run();
            convolve.run();
            give.run();
            Reference.reachabilityFence(ofWeight);
            Reference.reachabilityFence(ofBias);
        }
    }
}
