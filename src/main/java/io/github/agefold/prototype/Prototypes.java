package io.github.agefold.prototype;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.DatasetException;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.face.Face;
import io.github.agefold.weights.Safetensors;
import io.github.agefold.weights.Tensor;
import io.github.agefold.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The average face of each age group: its prototype. The faces are aligned, so averaging pixels averages features. */
public final class Prototypes {
    /** Under which name a folder of weights has them. */
    public static final String FILE = "prototypes";

    private static final String TENSOR = "averages";

    /** The six faces one after the other, youngest group first. */
    private final float[] averages;

    private Prototypes(float[] averages) {
        this.averages = averages;
    }

    /** @throws DatasetException if a group has no face */
    public static Prototypes average(Collection<LabelledFace> faces) throws DatasetException {
        Map<AgeGroup, Integer> counts = FaceSet.countByGroup(faces);
        for (AgeGroup group : AgeGroup.ALL) {
            if (counts.getOrDefault(group, 0) == 0) {
                throw new DatasetException("there is no face of " + group.label() + " to average. Add some.");
            }
        }
        double[] sums = new double[AgeGroup.COUNT * Face.LENGTH];
        for (LabelledFace face : faces) {
            int at = face.group().ordinal() * Face.LENGTH;
            float[] pixels = face.face().pixels();
            for (int i = 0; i < Face.LENGTH; i++) {
                sums[at + i] += pixels[i];
            }
        }
        float[] averages = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            averages[i] = (float) (sums[i] / counts.getOrDefault(AgeGroup.ALL.get(i / Face.LENGTH), 0));
        }
        return new Prototypes(averages);
    }

    /** Writes them in half precision. */
    public void write(Path file) throws IOException {
        new Safetensors(
                        Map.of("content", "the average training face of each age group, youngest first, in [-1, 1]"),
                        Map.of(TENSOR, Tensor.half(averages, AgeGroup.COUNT, 3, Face.SIDE, Face.SIDE)))
                .write(file);
    }

    /** @throws io.github.agefold.weights.WeightsException if the file is absent or holds something else */
    public static Prototypes read(Path file) throws IOException {
        return new Prototypes(WeightsFile.read(file).floats(TENSOR, AgeGroup.COUNT, 3, Face.SIDE, Face.SIDE));
    }

    /**
     * The face at all six groups.
     *
     * @param own the group that it is in
     * @return [6, 3, 64, 64], youngest group first
     */
    public INDArray columns(Face face, AgeGroup own) {
        float[][] columns =
                AgeGroup.ALL.stream().map(to -> aged(face, own, to).pixels()).toArray(float[][]::new);
        return Nd4j.createFromArray(columns).reshape(AgeGroup.COUNT, 3, Face.SIDE, Face.SIDE);
    }

    /**
     * The face with what sets the prototype of one group apart from another's.
     *
     * @param from the group that the face is in
     * @param to the group that it shall look like; at its own the face stays as it is
     */
    public Face aged(Face face, AgeGroup from, AgeGroup to) {
        float[] pixels = face.pixels().clone();
        int away = from.ordinal() * Face.LENGTH;
        int towards = to.ordinal() * Face.LENGTH;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.max(-1, Math.min(1, pixels[i] + averages[towards + i] - averages[away + i]));
        }
        return new Face(pixels);
    }
}
