package io.github.agefold.benchmark;

import io.github.agefold.network.DifferentiableGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Forward and backward times of each layer of a graph, the graph being walked layer by layer. */
final class LayerTimes {
    private static final LayerWorkspaceMgr NO_WORKSPACES = LayerWorkspaceMgr.noWorkspaces();

    private final DifferentiableGraph graph;
    private final Map<String, List<Double>> forward = new LinkedHashMap<>();
    private final Map<String, List<Double>> backward = new HashMap<>();

    private LayerTimes(DifferentiableGraph graph) {
        this.graph = graph;
    }

    /**
     * @param outGradient of the output's shape
     * @param inputs in the order of the graph's inputs
     */
    static List<Timing> measure(
            String network, DifferentiableGraph graph, INDArray outGradient, Stopwatch watch, INDArray... inputs) {
        graph.forward(true, inputs);
        graph.backward(outGradient);
        LayerTimes times = new LayerTimes(graph);
        for (int i = 0; i < watch.warmUp() + watch.runs(); i++) {
            if (i == watch.warmUp()) {
                times.forward.clear();
                times.backward.clear();
            }
            times.walk(outGradient, inputs);
        }
        List<Timing> timings = new ArrayList<>();
        times.forward.forEach((layer, all) -> {
            timings.add(new Timing("  " + network + " " + layer + " forward", median(all)));
            timings.add(new Timing(
                    "  " + network + " " + layer + " backward",
                    median(Objects.requireNonNull(times.backward.get(layer)))));
        });
        return timings;
    }

    private static double median(List<Double> times) {
        return Stopwatch.median(times.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void walk(INDArray outGradient, INDArray... inputs) {
        GraphVertex[] vertices = graph.getVertices();
        int[] order = graph.topologicalSortOrder();
        INDArray[] activations = new INDArray[vertices.length];
        List<String> names = graph.getConfiguration().getNetworkInputs();
        for (int i = 0; i < inputs.length; i++) {
            activations[graph.getVertex(names.get(i)).getVertexIndex()] = inputs[i];
        }
        for (int index : order) {
            GraphVertex vertex = vertices[index];
            if (!vertex.isInputVertex()) {
                VertexIndices[] sources = vertex.getInputVertices();
                for (int i = 0; i < sources.length; i++) {
                    vertex.setInput(i, activations[sources[i].getVertexIndex()], NO_WORKSPACES);
                }
                long begin = System.nanoTime();
                activations[index] = vertex.doForward(true, NO_WORKSPACES);
                add(forward, vertex, begin);
            }
        }
        INDArray[] gradients = new INDArray[vertices.length];
        gradients[order[order.length - 1]] = outGradient;
        for (int i = order.length - 1; i >= 0; i--) {
            GraphVertex vertex = vertices[order[i]];
            if (!vertex.isInputVertex()) {
                vertex.setEpsilon(gradients[order[i]]);
                long begin = System.nanoTime();
                INDArray[] inGradients = vertex.doBackward(false, NO_WORKSPACES).getSecond();
                add(backward, vertex, begin);
                VertexIndices[] sources = vertex.getInputVertices();
                for (int s = 0; s < sources.length; s++) {
                    gradients[sources[s].getVertexIndex()] = inGradients[s];
                }
            }
        }
    }

    private static void add(Map<String, List<Double>> times, GraphVertex vertex, long begin) {
        times.computeIfAbsent(vertex.getVertexName(), name -> new ArrayList<>()).add((System.nanoTime() - begin) / 1e6);
    }
}
