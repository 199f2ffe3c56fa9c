package io.github.agefold.strip;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.AlignedFace;
import io.github.agefold.face.DetectedFace;
import io.github.agefold.face.Face;
import io.github.agefold.face.FaceBox;
import io.github.agefold.face.Similarity;
import java.util.Arrays;

/** Strips of flat colours, so that a test knows each pixel. */
public final class SyntheticStrips {
    private SyntheticStrips() {}

    /** Column i is grey of level {@code grey(i)}; the original is black. */
    public static AgeStrip ofGreys(double estimatedAge) {
        DetectedFace detected = new DetectedFace(new FaceBox(0, 0, 64, 64), 1);
        AlignedFace original = new AlignedFace(flat(-1), detected, new Similarity(1, 0, 0, 0));
        return new AgeStrip(
                original,
                estimatedAge,
                AgeGroup.ALL.stream()
                        .map(group -> new AgedFace(
                                group, flat(level(group)), group.youngest() + 5.6, 0.40 + 0.05 * group.ordinal(), 200))
                        .toList(),
                1200);
    }

    /** The grey of a group's column, 0 to 255. */
    public static int grey(AgeGroup group) {
        return Math.round((level(group) + 1) * 127.5f);
    }

    public static Face flat(float level) {
        float[] pixels = new float[Face.LENGTH];
        Arrays.fill(pixels, level);
        return new Face(pixels);
    }

    private static float level(AgeGroup group) {
        return -0.5f + 0.2f * group.ordinal();
    }
}
