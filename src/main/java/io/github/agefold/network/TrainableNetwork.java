package io.github.agefold.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One of the networks that Age-cGAN trains itself. */
public interface TrainableNetwork {

    /** The DL4J graph that does the work. */
    DifferentiableGraph graph();

    /**
     * The parameters under the names that weights files use ("conv1.weight", "conv1_norm.gamma"), batch norm's running averages
     * included: views, so that assigning to them changes the network. Dense weights are [in, out], convolutions [out, in, 5, 5].
     */
    default Map<String, INDArray> tensors() {
        Map<String, INDArray> tensors = new LinkedHashMap<>();
        graph().paramTable().forEach((name, tensor) -> tensors.put(Layers.tensorName(name), tensor));
        return tensors;
    }
}
