package io.github.agefold.weights;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The tensors of one weights file, taken by name. Tensors of bytes are quantised: their numbers are {@code byte * scale + min}, both
 * kept beside them as {@code <name>.scale} and {@code <name>.min}.
 */
public final class WeightsFile {
    private static final String SCALE = ".scale";
    private static final String MIN = ".min";
    private static final String REMEDY = ". Choose weights made for this version.";

    private final Path file;
    private final Safetensors content;

    private WeightsFile(Path file, Safetensors content) {
        this.file = file;
        this.content = content;
    }

    /**
     * @throws WeightsException if the file is absent or is not a whole safetensors file
     * @throws IOException if it cannot be read
     */
    public static WeightsFile read(Path file) throws IOException {
        return new WeightsFile(file, Safetensors.read(file));
    }

    /**
     * The numbers of a tensor, whatever their format on disk.
     *
     * @param shape the only one that will do
     * @throws WeightsException if there is no such tensor or it has another shape
     */
    public float[] floats(String name, long... shape) throws WeightsException {
        Tensor tensor = content.tensors().get(name);
        if (tensor == null) {
            throw new WeightsException(file + " has no tensor " + name + REMEDY);
        }
        List<Long> wanted = Arrays.stream(shape).boxed().toList();
        if (!tensor.shape().equals(wanted)) {
            throw new WeightsException(file + " has " + name + " as " + tensor.shape() + ", wanted " + wanted + REMEDY);
        }
        float[] values = tensor.toFloats();
        Float strange = Tensor.firstNotFinite(FloatBuffer.wrap(values));
        if (strange != null) {
            throw new WeightsException(
                    file + " has " + strange + " in " + name + ". Its training went wrong: choose other weights.");
        }
        if (tensor.type() == Tensor.Type.U8) {
            double scale = floats(name + SCALE)[0];
            double min = floats(name + MIN)[0];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (values[i] * scale + min);
            }
        }
        return values;
    }
}
