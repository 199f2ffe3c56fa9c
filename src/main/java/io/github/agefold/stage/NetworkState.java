package io.github.agefold.stage;

import io.github.agefold.network.TrainableNetwork;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a checkpoint keeps of a network: its parameters and its updater's moments. */
final class NetworkState {
    private NetworkState() {}

    static void add(Map<String, INDArray> state, String name, TrainableNetwork network) {
        state.put(name + ".parameters", network.graph().params());
        state.put(name + ".moments", network.graph().adam().moments());
    }
}
