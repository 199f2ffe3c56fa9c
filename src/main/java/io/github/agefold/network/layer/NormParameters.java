package io.github.agefold.network.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The four vectors of a batch norm, one number a channel: what is learned, and the running averages. */
final class NormParameters implements ParamInitializer {
    static final String GAMMA = "gamma";
    static final String BETA = "beta";
    static final String MEAN = "mean";
    static final String VARIANCE = "var";

    private static final List<String> KEYS = List.of(GAMMA, BETA, MEAN, VARIANCE);

    @Override
    public long numParams(NeuralNetConfiguration configuration) {
        return numParams(configuration.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return KEYS.size() * channels(layer);
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return KEYS;
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return List.of();
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return List.of();
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return false;
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return false;
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration configuration, INDArray parameters, boolean initialize) {
        Map<String, INDArray> views = split(configuration, parameters);
        if (initialize) {
            Objects.requireNonNull(views.get(GAMMA)).assign(1);
            Objects.requireNonNull(views.get(BETA)).assign(0);
            Objects.requireNonNull(views.get(MEAN)).assign(0);
            Objects.requireNonNull(views.get(VARIANCE)).assign(1);
        }
        views.keySet().forEach(configuration::addVariable);
        return views;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration configuration, INDArray gradients) {
        return split(configuration, gradients);
    }

    private static Map<String, INDArray> split(NeuralNetConfiguration configuration, INDArray flat) {
        long channels = channels(configuration.getLayer());
        INDArray row = flat.reshape(flat.length());
        Map<String, INDArray> views = new LinkedHashMap<>();
        for (String key : KEYS) {
            long from = views.size() * channels;
            views.put(key, row.get(NDArrayIndex.interval(from, from + channels)).reshape(1, channels));
        }
        return views;
    }

    private static long channels(Layer layer) {
        return ((FeedForwardLayer) layer).getNOut();
    }
}
