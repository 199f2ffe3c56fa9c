package io.github.agefold.network.layer;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Adds arrays [N, C, H, W], then takes ReLU where wanted: the end of a residual block. Where an array has fewer channels, rows or
 * columns than another it counts as zero there, as in dlib's residual network. Of a single array it takes ReLU alone.
 */
public final class Sum extends GraphVertex {
    private static final long serialVersionUID = 1L;

    private final boolean rectified;

    /** @param rectified whether ReLU follows */
    public Sum(boolean rectified) {
        this.rectified = rectified;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType networkType) {
        return new SumComputation(graph, name, index, networkType, rectified);
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 1;
    }

    @Override
    public int maxVertexInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        return Arrays.stream(inputs)
                .max((a, b) -> Long.compare(a.arrayElementsPerExample(), b.arrayElementsPerExample()))
                .orElseThrow();
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        InputType out = getOutputType(-1, inputs);
        return new LayerMemoryReport.Builder(null, Sum.class, inputs[0], out)
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .build();
    }

    @Override
    public GraphVertex clone() {
        return new Sum(rectified);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sum sum && sum.rectified == rectified;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(rectified);
    }
}
