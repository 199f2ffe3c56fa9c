package io.github.agefold.dataset;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Draws batches in which every age group has the same share, each face turned left to right half of the time. What a step draws
 * hangs on the seed and the step alone, so a resumed run sees the same batches as an unbroken one.
 */
public final class Batches {
    private final List<List<LabelledFace>> byGroup;
    private final int count;

    /**
     * @param faces to draw from
     * @throws DatasetException if a group has no face at all
     */
    public Batches(List<LabelledFace> faces) throws DatasetException {
        Map<AgeGroup, List<LabelledFace>> groups = faces.stream().collect(Collectors.groupingBy(LabelledFace::group));
        for (AgeGroup group : AgeGroup.ALL) {
            if (!groups.containsKey(group)) {
                throw new DatasetException("there is no face of " + group.label()
                        + " to train on. Add some: the networks learn all six groups together.");
            }
        }
        byGroup = AgeGroup.ALL.stream().map(groups::get).toList();
        count = faces.size();
    }

    /** How many faces there are to draw from. */
    public int count() {
        return count;
    }

    /**
     * @param random where the choice comes from
     * @param size of the batch
     */
    public Batch draw(Random random, int size) {
        float[] pixels = new float[size * Face.LENGTH];
        float[] age = new float[size * AgeGroup.COUNT];
        // batches that six does not divide begin with another group each time
        int first = random.nextInt(AgeGroup.COUNT);
        for (int i = 0; i < size; i++) {
            int group = (first + i) % AgeGroup.COUNT;
            List<LabelledFace> members = byGroup.get(group);
            byte[] face = members.get(random.nextInt(members.size())).pixels();
            copy(face, random.nextBoolean(), pixels, i * Face.LENGTH);
            age[i * AgeGroup.COUNT + group] = 1;
        }
        return new Batch(
                Nd4j.createFromArray(pixels).reshape(size, 3, Face.SIDE, Face.SIDE),
                Nd4j.createFromArray(age).reshape(size, AgeGroup.COUNT));
    }

    private static void copy(byte[] face, boolean flip, float[] to, int offset) {
        for (int row = 0; row < face.length; row += Face.SIDE) {
            for (int x = 0; x < Face.SIDE; x++) {
                to[offset + row + x] = LabelledFace.toFloat(face[row + (flip ? Face.SIDE - 1 - x : x)]);
            }
        }
    }
}
