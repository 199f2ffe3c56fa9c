package io.github.agefold.network.layer;

import io.github.agefold.network.layer.OneDnn.Step;
import java.lang.ref.Reference;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The forward pass of a fully connected layer over so many examples, by oneDNN. libnd4j's matrix product takes five times as long on
 * sixteen rows; on six, twice as long as a frozen layer's, whose weights are laid out once. Backward, libnd4j's is the faster one.
 */
final class DensePlan {
    /** Below, weights are read once either way, and another copy of them would only take memory. */
    private static final int ROWS_WORTH_PACKING = 4;

    private final long rows;
    private final memory input;
    private final memory weight;
    private final memory bias;
    private final Adapted packed;
    private final Step multiply;
    private final INDArray output;
    private boolean isPacked;

    /** @param frozen whether the weights never change */
    DensePlan(long rows, long in, long out, boolean frozen) {
        this.rows = rows;
        input = OneDnn.borrow(OneDnn.plain(rows, in));
        // DL4J keeps dense weights column by column
        memory.desc weights = OneDnn.strided(new long[] {in, out}, new long[] {1, in});
        weight = OneDnn.borrow(weights);
        bias = OneDnn.borrow(OneDnn.plain(1, out));
        output = Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, out}, 'c');
        memory result = OneDnn.borrow(OneDnn.plain(rows, out));
        OneDnn.point(result, output);
        matmul.primitive_desc description = new matmul.primitive_desc(
                OneDnn.engine(),
                input.get_desc(),
                frozen && rows >= ROWS_WORTH_PACKING ? OneDnn.free(in, out) : weights,
                bias.get_desc(),
                result.get_desc(),
                new primitive_attr(),
                false);
        packed = Adapted.of(weight, description.weights_desc());
        multiply = new Step(new matmul(description))
                .with(dnnl.DNNL_ARG_SRC, input)
                .with(dnnl.DNNL_ARG_WEIGHTS, packed.memory())
                .with(dnnl.DNNL_ARG_BIAS, bias)
                .with(dnnl.DNNL_ARG_DST, result);
    }

    boolean fits(long examples) {
        return rows == examples;
    }

    /**
     * @param inputs [N, in], in C order
     * @param weights [in, out], column by column
     * @return [N, out], valid until the next call
     */
    INDArray forward(INDArray inputs, INDArray weights, INDArray biases) {
        OneDnn.point(input, inputs);
        OneDnn.point(weight, weights);
        OneDnn.point(bias, biases);
        if (!isPacked) {
            packed.run();
            isPacked = true;
        }
        multiply.run();
        Reference.reachabilityFence(inputs);
        Reference.reachabilityFence(weights);
        Reference.reachabilityFence(biases);
        return output;
    }
}
