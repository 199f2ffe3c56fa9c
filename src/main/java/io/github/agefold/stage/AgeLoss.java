package io.github.agefold.stage;

import io.github.agefold.age.AgeGroup;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How far estimated ages are outside the groups that were asked for: the square of the distance to the group's inside, in decades,
 * averaged over a batch.
 *
 * @param value the loss
 * @param gradient at the ages, [N, 1]
 */
record AgeLoss(double value, INDArray gradient) {
    private static final double DECADE = 10;

    /** So many years inside a group a face is safely of that group. */
    private static final double MARGIN = 2;

    /**
     * @param ages in years, [N, 1]
     * @param groups one-hot, [N, 6]
     * @param weight the loss is multiplied by
     */
    static AgeLoss of(INDArray ages, INDArray groups, double weight) {
        float[] years = ages.dup('c').data().asFloat();
        float[] gradient = new float[years.length];
        double loss = 0;
        for (int i = 0; i < years.length; i++) {
            AgeGroup group = AgeGroup.ALL.get(groups.getRow(i).argMax().getInt(0));
            double outside = outside(years[i], group) / DECADE;
            loss += weight * outside * outside / years.length;
            gradient[i] = (float) (weight * 2 * outside / DECADE / years.length);
        }
        return new AgeLoss(loss, Nd4j.createFromArray(gradient).reshape(years.length, 1));
    }

    /** Years above (positive) or below (negative) the inside of a group; the first and the last are open to one side. */
    private static double outside(double age, AgeGroup group) {
        double youngest = group == AgeGroup.ALL.get(0) ? Double.NEGATIVE_INFINITY : group.youngest() + MARGIN;
        double oldest = group == AgeGroup.FROM_60
                ? Double.POSITIVE_INFINITY
                : AgeGroup.ALL.get(group.ordinal() + 1).youngest() - MARGIN;
        return age < youngest ? age - youngest : Math.max(0, age - oldest);
    }
}
