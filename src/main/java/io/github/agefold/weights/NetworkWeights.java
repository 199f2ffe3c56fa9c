package io.github.agefold.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
     * @param metadata notes on where they come from
     */
    public static void write(Path file, Map<String, INDArray> tensors, Map<String, String> metadata)
            throws IOException {
        Map<String, Tensor> halves = new LinkedHashMap<>();
        tensors.forEach((name, array) ->
                halves.put(name, Tensor.half(array.dup('c').data().asFloat(), shape(array))));
        new Safetensors(metadata, halves).write(file);
    }

    /**
     * Reads parameters into a network.
     *
     * @param tensors views of the parameters by name; assigned to
     * @return the file's notes
     * @throws WeightsException if a tensor is absent, has another shape, or holds what is not a number
     */
    public static Map<String, String> read(Path file, Map<String, INDArray> tensors) throws IOException {
        Safetensors content = Safetensors.read(file);
        for (var entry : tensors.entrySet()) {
            INDArray array = entry.getValue();
            Tensor tensor = content.tensors().get(entry.getKey());
            if (tensor == null) {
                throw new WeightsException(
                        file + " has no tensor " + entry.getKey() + ". Choose weights made for this version.");
            }
            List<Long> shape = java.util.Arrays.stream(shape(array)).boxed().toList();
            if (!tensor.shape().equals(shape)) {
                throw new WeightsException(file + " has " + entry.getKey() + " of shape " + tensor.shape()
                        + " where the network needs " + shape + ". Choose weights made for this version.");
            }
            float[] values = tensor.toFloats();
            for (float value : values) {
                if (!Float.isFinite(value)) {
                    throw new WeightsException(file + " has " + value + " in " + entry.getKey()
                            + ". Its training went wrong: choose other weights.");
                }
            }
            array.assign(Nd4j.createFromArray(values).reshape(array.shape()));
        }
        return content.metadata();
    }

    /** DL4J keeps vectors as rows; in a file they are vectors. */
    private static long[] shape(INDArray array) {
        return array.rank() == 2 && array.size(0) == 1 ? new long[] {array.length()} : array.shape();
    }
}
