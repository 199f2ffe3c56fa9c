package io.github.agefold.stage;

import io.github.agefold.network.layer.FloatMemory;
import io.github.agefold.weights.Safetensors;
import io.github.agefold.weights.Tensor;
import io.github.agefold.weights.WeightsException;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where a run stands and all that its next step depends on, in one safetensors file in single precision. */
final class Checkpoint {
    private static final String STAGE = "stage";
    private static final String STEP = "step";

    private final Path file;
    private final Safetensors content;

    private Checkpoint(Path file, Safetensors content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Replaces the file in one move: a crash while it is written leaves the one before.
     *
     * @throws TrainingException if the state holds what is not a number; then the one before stays, which a run can go on from
     */
    static void write(Path file, int stage, long step, Map<String, INDArray> state) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (var entry : state.entrySet()) {
            INDArray array = entry.getValue();
            ByteBuffer numbers = new FloatMemory(array).bytes();
            requireNumbers(entry.getKey(), numbers.asFloatBuffer(), step);
            tensors.put(entry.getKey(), new Tensor(Tensor.Type.F32, List.of(array.length()), numbers));
        }
        new Safetensors(Map.of(STAGE, Integer.toString(stage), STEP, Long.toString(step)), tensors).write(file);
        Reference.reachabilityFence(state);
    }

    static Checkpoint read(Path file) throws IOException {
        Checkpoint checkpoint = new Checkpoint(file, Safetensors.read(file));
        checkpoint.number(STAGE);
        checkpoint.number(STEP);
        return checkpoint;
    }

    int stage() throws WeightsException {
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, number(STAGE)));
    }

    long step() throws WeightsException {
        return number(STEP);
    }

    /** @throws WeightsException if it stands where these stages never come */
    void requireWithin(List<StagePlan> plans) throws WeightsException {
        if (stage() < 0 || stage() >= plans.size() || step() < 0) {
            throw new WeightsException(file + " stands at step " + step() + " of stage number " + number(STAGE)
                    + " of this run, which has none such. Start a new run in another folder.");
        }
    }

    /** Assigns what the file holds to a stage's state. */
    void restore(Map<String, INDArray> state) throws WeightsException {
        for (var entry : state.entrySet()) {
            Tensor tensor = content.tensors().get(entry.getKey());
            long length = entry.getValue().length();
            if (tensor == null
                    || tensor.type() != Tensor.Type.F32
                    || tensor.data().remaining() != length * Float.BYTES) {
                throw new WeightsException(file + " does not fit this run: " + entry.getKey() + " should be " + length
                        + " numbers. Start a new run in another folder.");
            }
            FloatBuffer values = tensor.data().asFloatBuffer();
            Float strange = Tensor.firstNotFinite(values);
            if (strange != null) {
                throw new WeightsException(file + " has " + strange + " in " + entry.getKey()
                        + ". It cannot be gone on from: start a new run in another folder.");
            }
            new FloatMemory(entry.getValue()).bytes().asFloatBuffer().put(values);
        }
        Reference.reachabilityFence(state);
    }

    private static void requireNumbers(String name, FloatBuffer values, long step) throws TrainingException {
        Float strange = Tensor.firstNotFinite(values);
        if (strange != null) {
            throw new TrainingException("training went wrong by step " + step + ": " + name + " has " + strange
                    + ". The last checkpoint is kept; go on from it with lower learning rates.");
        }
    }

    private long number(String key) throws WeightsException {
        try {
            return Long.parseLong(content.metadata().get(key));
        } catch (NumberFormatException e) {
            throw new WeightsException(
                    file + " is not a checkpoint: it has no " + key + ". Start a new run in another folder.", e);
        }
    }
}
