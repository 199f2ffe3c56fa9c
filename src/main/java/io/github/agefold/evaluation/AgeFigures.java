package io.github.agefold.evaluation;

import io.github.agefold.age.AgeGroup;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How well faces look their group.
 *
 * @param accuracy share of the faces whose estimated age falls in the wanted group, the mean over the groups: columns have every group as
 *     often, real faces do not, and some ages are easier to tell
 * @param meanMiss by how many years an estimate misses the wanted group, on average; 0 inside it; null if none is a face
 * @param confusion how many faces of each wanted group (row) look like each group (column); in the last column those that are no face
 */
public record AgeFigures(double accuracy, @Nullable Double meanMiss, int[][] confusion) {

    /** Adds faces up to figures. */
    static final class Sum {
        private final int[][] confusion = new int[AgeGroup.COUNT][AgeGroup.COUNT + 1];
        private double misses;
        private int estimated;

        void add(AgeGroup wanted, double age) {
            AgeGroup looks = AgeGroup.of(Math.max(0, age));
            confusion[wanted.ordinal()][looks.ordinal()]++;
            misses += miss(wanted, age);
            estimated++;
        }

        /** A picture that is no face has no age: it lowers the accuracy, and has no part in the mean miss. */
        void addNoFace(AgeGroup wanted) {
            confusion[wanted.ordinal()][AgeGroup.COUNT]++;
        }

        AgeFigures figures() {
            Double meanMiss = estimated == 0 ? null : misses / estimated;
            return new AgeFigures(accuracy(), meanMiss, confusion);
        }

        private double accuracy() {
            return IntStream.range(0, AgeGroup.COUNT)
                    .filter(wanted -> IntStream.of(confusion[wanted]).sum() > 0)
                    .mapToDouble(wanted -> (double) confusion[wanted][wanted]
                            / IntStream.of(confusion[wanted]).sum())
                    .average()
                    .orElse(0);
        }
    }

    /** Years from an age to the nearest of a group; an age counts by its completed years, so 18.9 is in 0-18. */
    static double miss(AgeGroup wanted, double age) {
        double end = wanted == AgeGroup.FROM_60
                ? Double.POSITIVE_INFINITY
                : AgeGroup.ALL.get(wanted.ordinal() + 1).youngest();
        return Math.max(0, Math.max(wanted.youngest() - age, age - end));
    }
}
