package io.github.agefold.network.layer;

import io.github.agefold.network.layer.OneDnn.Step;
import java.lang.ref.Reference;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Pooling over inputs of one shape, forward and backward. What it returns it fills anew at its next call. */
final class PoolingPlan {
    private static final long[] NO_DILATION = {0, 0};

    private final long[] inShape;
    private final INDArray output;
    private final INDArray atInput;
    private final memory in;
    private final memory outGradient;
    private final Step forward;
    private final Step backward;

    /**
     * @param largest whether the largest value is taken; otherwise the mean
     * @param same TensorFlow's SAME padding, otherwise none
     * @param inShape [N, C, H, W]
     */
    PoolingPlan(boolean largest, int kernel, int stride, boolean same, long[] inShape) {
        this.inShape = inShape.clone();
        ConvolutionPlan.Geometry geometry = new ConvolutionPlan.Geometry(kernel, stride, same, false, 1);
        long[] outShape = {inShape[0], inShape[1], geometry.outputSide(inShape[2]), geometry.outputSide(inShape[3])};
        long[] before = geometry.paddingBefore(inShape);
        long[] after = geometry.paddingAfter(inShape);
        long[] window = {kernel, kernel};
        long[] strides = {stride, stride};
        dnnl.algorithm algorithm = largest ? dnnl.algorithm.pooling_max : dnnl.algorithm.pooling_avg_exclude_padding;
        memory.desc inDesc = OneDnn.plain(inShape);
        memory.desc outDesc = OneDnn.plain(outShape);
        pooling_forward.primitive_desc forwardDesc = new pooling_forward.primitive_desc(
                OneDnn.engine(),
                dnnl.prop_kind.forward_training,
                algorithm,
                inDesc,
                outDesc,
                strides,
                window,
                NO_DILATION,
                before,
                after,
                new primitive_attr(),
                false);
        pooling_backward.primitive_desc backwardDesc = new pooling_backward.primitive_desc(
                OneDnn.engine(), algorithm, inDesc, outDesc, strides, window, NO_DILATION, before, after, forwardDesc);
        in = OneDnn.borrow(inDesc);
        memory out = OneDnn.borrow(outDesc);
        memory inGradient = OneDnn.borrow(inDesc);
        output = Nd4j.createUninitialized(DataType.FLOAT, outShape, 'c');
        atInput = Nd4j.createUninitialized(DataType.FLOAT, inShape, 'c');
        OneDnn.point(out, output);
        OneDnn.point(inGradient, atInput);
        outGradient = OneDnn.borrow(outDesc);
        forward = new Step(new pooling_forward(forwardDesc))
                .with(dnnl.DNNL_ARG_SRC, in)
                .with(dnnl.DNNL_ARG_DST, out);
        backward = new Step(new pooling_backward(backwardDesc))
                .with(dnnl.DNNL_ARG_DIFF_SRC, inGradient)
                .with(dnnl.DNNL_ARG_DIFF_DST, outGradient);
        if (largest) {
            // where each largest value was
            memory places = OneDnn.allocate(forwardDesc.workspace_desc());
            forward.with(dnnl.DNNL_ARG_WORKSPACE, places);
            backward.with(dnnl.DNNL_ARG_WORKSPACE, places);
        }
    }

    long[] inShape() {
        return inShape;
    }

    INDArray forward(INDArray input) {
        OneDnn.point(in, input);
        forward.run();
        Reference.reachabilityFence(input);
        return output;
    }

    /** The gradient at the input of the last {@link #forward}. */
    INDArray backward(INDArray gradient) {
        OneDnn.point(outGradient, gradient);
        backward.run();
        Reference.reachabilityFence(gradient);
        return atInput;
    }
}
