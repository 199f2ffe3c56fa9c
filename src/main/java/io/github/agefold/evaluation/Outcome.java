package io.github.agefold.evaluation;

import io.github.agefold.age.AgeGroup;
import java.util.Arrays;

/**
 * What one method made of one face, measured.
 *
 * @param distances from the photo, for each judge and column; infinite in a column that failed
 * @param ages estimated, in years, for each column
 * @param found for each column, whether it is a face for the detector at all
 * @param squaredError mean squared difference of the reconstruction's pixels from the photo's, in [-1, 1]
 * @param sharpness mean over the columns
 * @param seconds from the photo to the six columns
 */
record Outcome(
        double[][] distances, double[] ages, boolean[] found, double squaredError, double sharpness, double seconds) {

    /** A face that the method made nothing of. */
    static Outcome failed(int judges) {
        double[][] distances = new double[judges][AgeGroup.COUNT];
        for (double[] row : distances) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        return new Outcome(
                distances, new double[AgeGroup.COUNT], new boolean[AgeGroup.COUNT], Double.NaN, Double.NaN, Double.NaN);
    }

    boolean isFailure() {
        return Double.isNaN(squaredError);
    }

    boolean accepted(int judge, int column, double threshold) {
        return found[column] && distances[judge][column] < threshold;
    }

    /** Whether the column looks as old as it was asked to. */
    boolean inGroup(int column) {
        return found[column] && estimatedGroup(column) == AgeGroup.ALL.get(column);
    }

    AgeGroup estimatedGroup(int column) {
        return AgeGroup.of(Math.max(0, ages[column]));
    }
}
