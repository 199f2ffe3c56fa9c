package io.github.agefold.network;

import io.github.agefold.network.layer.Convolution;
import io.github.agefold.network.layer.Dense;
import io.github.agefold.network.layer.DepthwiseConvolution;
import io.github.agefold.network.layer.NormLeaky;
import io.github.agefold.network.layer.Pooling;
import java.util.Map;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.learning.config.NoOp;

/** Writes a network down layer by layer, each on top of the last, in the words of the article. */
final class Layers {
    /** The slope of LeakyReLU below zero, in all three networks. */
    private static final double LEAK = 0.2;

    /** Keras's variance offset in batch norm. */
    static final double NORM_EPSILON = 1e-3;

    /** Standard deviation of fresh weights: DCGAN's. */
    private static final double INITIAL_DEVIATION = 0.02;

    private final ComputationGraphConfiguration.GraphBuilder graph;
    private final double learningRate;
    private String top;

    Layers(long seed, double learningRate, String... inputs) {
        graph = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new NoOp())
                .weightInit(new NormalDistribution(0, INITIAL_DEVIATION))
                .trainingWorkspaceMode(WorkspaceMode.NONE)
                .inferenceWorkspaceMode(WorkspaceMode.NONE)
                .cacheMode(CacheMode.NONE)
                .convolutionMode(ConvolutionMode.Same)
                .graphBuilder()
                .addInputs(inputs);
        this.learningRate = learningRate;
        top = inputs[0];
    }

    static IActivation leaky() {
        return new ActivationLReLU(LEAK);
    }

    static IActivation linear() {
        return new ActivationIdentity();
    }

    /** The layer that the next one goes on top of. */
    String top() {
        return top;
    }

    /** Goes on from an earlier layer: a branch begins. */
    Layers from(String name) {
        top = name;
        return this;
    }

    Layers vertex(String name, GraphVertex vertex, String... inputs) {
        graph.addVertex(name, vertex, inputs.length == 0 ? new String[] {top} : inputs);
        top = name;
        return this;
    }

    Layers layer(String name, Layer layer) {
        graph.addLayer(name, layer, top);
        top = name;
        return this;
    }

    Layers layer(String name, Layer layer, InputPreProcessor before) {
        graph.addLayer(name, layer, before, top);
        top = name;
        return this;
    }

    Layers dense(String name, int in, int out, IActivation activation) {
        return layer(name, new Dense(in, out, activation));
    }

    Layers convolution(String name, int in, int out, int kernel, int stride, IActivation activation) {
        return layer(name, new Convolution(in, out, kernel, stride, activation));
    }

    /** A separable convolution, as two layers: one kernel a channel, then a mix of the channels. */
    Layers separable(String name, int in, int out, int stride, IActivation activation) {
        return layer(name + "_depthwise", new DepthwiseConvolution(in, 3, stride))
                .convolution(name + "_pointwise", in, out, 1, 1, activation);
    }

    Layers pooling(String name, PoolingType type, int kernel, int stride, ConvolutionMode mode) {
        return layer(name, new Pooling(type, kernel, stride, mode));
    }

    /** The mean of each channel, [N, C, H, W] to [N, C]. */
    Layers average(String name) {
        return layer(name, new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
    }

    Layers normAndLeaky(String name, int channels, double momentum) {
        return layer(name, new NormLeaky(channels, momentum, NORM_EPSILON, LEAK));
    }

    /** @param rate the share of values that are dropped in training; at 0 there is no such layer */
    Layers dropout(String name, double rate) {
        return rate == 0 ? this : layer(name, new DropoutLayer.Builder(1 - rate).build());
    }

    DifferentiableGraph build() {
        graph.setOutputs(top);
        return new DifferentiableGraph(graph.build(), learningRate);
    }

    /** How a tensor is called in a weights file: "conv1_W" in DL4J is "conv1.weight". */
    static String tensorName(String parameter) {
        int split = parameter.lastIndexOf('_');
        String key = parameter.substring(split + 1);
        return parameter.substring(0, split) + "."
                + Map.of("W", "weight", "b", "bias").getOrDefault(key, key);
    }
}
