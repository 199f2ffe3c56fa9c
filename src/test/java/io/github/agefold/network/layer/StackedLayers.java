package io.github.agefold.network.layer;

import io.github.agefold.network.DifferentiableGraph;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.learning.config.NoOp;

/** Layers one on top of the other, to be tested as a network: input "x", then "layer0", "layer1" and so on. */
final class StackedLayers {
    private StackedLayers() {}

    static DifferentiableGraph graph(Layer... layers) {
        var builder = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new NoOp())
                .trainingWorkspaceMode(WorkspaceMode.NONE)
                .inferenceWorkspaceMode(WorkspaceMode.NONE)
                .graphBuilder()
                .addInputs("x");
        String top = "x";
        for (int i = 0; i < layers.length; i++) {
            builder.addLayer("layer" + i, layers[i], top);
            top = "layer" + i;
        }
        return new DifferentiableGraph(builder.setOutputs(top).build(), 0);
    }
}
