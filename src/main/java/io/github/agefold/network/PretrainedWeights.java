package io.github.agefold.network;

import io.github.agefold.weights.WeightsException;
import io.github.agefold.weights.WeightsFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Fills the parameters of a graph from a weights file. */
final class PretrainedWeights {
    private PretrainedWeights() {}

    /** Fills all parameters. */
    static void assignAll(WeightsFile weights, DifferentiableGraph graph) throws WeightsException {
        for (String parameter : graph.paramTable().keySet()) {
            assign(weights, graph, parameter);
        }
    }

    /** Fills one parameter, "conv1_W" from the tensor "conv1.weight". */
    static void assign(WeightsFile weights, DifferentiableGraph graph, String parameter) throws WeightsException {
        INDArray target = graph.getParam(parameter);
        // DL4J has a bias as a row
        long[] shape = parameter.endsWith("_b") ? new long[] {target.length()} : target.shape();
        assign(target, weights.floats(Layers.tensorName(parameter), shape));
    }

    /** Fills an array from numbers in C order, whatever its own. */
    static void assign(INDArray target, float[] values) {
        target.assign(Nd4j.create(values, target.shape(), 'c'));
    }
}
