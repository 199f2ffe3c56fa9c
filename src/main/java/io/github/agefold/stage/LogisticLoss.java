package io.github.agefold.stage;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The cross entropy between sigmoid(logit) and a target, averaged over a batch.
 *
 * @param value the loss
 * @param gradient at the logits, [N, 1]
 * @param probability the mean of sigmoid(logit)
 */
record LogisticLoss(double value, INDArray gradient, double probability) {

    /**
     * @param logits [N, 1]
     * @param target what the sigmoid ought to be, 0 to 1
     * @param weight the loss is multiplied by
     */
    static LogisticLoss of(INDArray logits, double target, double weight) {
        float[] values = logits.dup('c').data().asFloat();
        float[] gradient = new float[values.length];
        double loss = 0;
        double probability = 0;
        for (int i = 0; i < values.length; i++) {
            double logit = values[i];
            double sigmoid = 1 / (1 + Math.exp(-logit));
            // log(1 + exp(x)) - target * x, written so that neither end overflows
            loss += Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - target * logit;
            gradient[i] = (float) (weight * (sigmoid - target) / values.length);
            probability += sigmoid;
        }
        return new LogisticLoss(
                weight * loss / values.length,
                Nd4j.createFromArray(gradient).reshape(values.length, 1),
                probability / values.length);
    }
}
