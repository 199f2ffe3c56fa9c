package io.github.agefold.weights;

import io.github.agefold.network.layer.FloatMemory;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network's named parameters in a safetensors file, in half precision. */
public final class NetworkWeights {
    private NetworkWeights() {}

    /**
     * Writes parameters.
     *
     * @param tensors views of the parameters by name
     * @param notes on where they come from
     */
    public static void write(Path file, Map<String, INDArray> tensors, Map<String, String> notes) throws IOException {
        Map<String, Tensor> halves = new LinkedHashMap<>();
        tensors.forEach((name, array) -> halves.put(name, half(array)));
        new Safetensors(notes, halves).write(file);
    }

    /**
     * Reads parameters into a network.
     *
     * @param tensors views of the parameters by name; assigned to
     * @throws WeightsException if a tensor is absent, has another shape, or holds what is not a number
     */
    public static void read(Path file, Map<String, INDArray> tensors) throws IOException {
        WeightsFile content = WeightsFile.read(file);
        for (var entry : tensors.entrySet()) {
            INDArray array = entry.getValue();
            float[] values = content.floats(entry.getKey(), shape(array));
            array.assign(Nd4j.createFromArray(values).reshape(array.shape()));
        }
    }

    private static Tensor half(INDArray array) {
        INDArray inOrder = FloatMemory.contiguous(array);
        Tensor half = Tensor.half(new FloatMemory(inOrder).bytes().asFloatBuffer(), shape(array));
        Reference.reachabilityFence(inOrder);
        return half;
    }

    /** DL4J keeps vectors as rows; in a file they are vectors. */
    private static long[] shape(INDArray array) {
        boolean row = array.rank() == 2 && array.size(0) == 1;
        return row ? new long[] {array.length()} : array.shape();
    }
}
