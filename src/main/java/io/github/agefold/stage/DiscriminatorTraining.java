package io.github.agefold.stage;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.Batch;
import io.github.agefold.network.Discriminator;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * D's side of the game: real faces of an age group are to be accepted, generated ones refused, and real faces under a wrong age group
 * refused too; without the last it takes D long to look at the condition at all.
 *
 * @param realTarget what D is asked to say of real faces
 * @param mismatchWeight share of the loss on what is to be refused that goes to real faces under a wrong age group
 */
record DiscriminatorTraining(Discriminator discriminator, double realTarget, double mismatchWeight) {

    /** Takes one step and tells the losses. */
    void step(Batch real, INDArray fakes, INDArray fakeAge, Map<String, Double> losses) {
        LogisticLoss onReal = LogisticLoss.of(discriminator.judge(true, real.faces(), real.age()), realTarget, 1);
        discriminator.backward(onReal.gradient());
        INDArray gradient = discriminator.graph().gradients().dup();

        LogisticLoss onFake = LogisticLoss.of(discriminator.judge(true, fakes, fakeAge), 0, 1 - mismatchWeight);
        discriminator.backward(onFake.gradient());
        double loss = onReal.value() + onFake.value();
        if (mismatchWeight > 0) {
            gradient.addi(discriminator.graph().gradients());
            LogisticLoss onMismatch =
                    LogisticLoss.of(discriminator.judge(true, real.faces(), shifted(real.age())), 0, mismatchWeight);
            discriminator.backward(onMismatch.gradient());
            loss += onMismatch.value();
            losses.put("D(x,wrong)", onMismatch.probability());
        }
        discriminator.graph().gradients().addi(gradient);
        discriminator.graph().update();
        losses.put("discriminator", loss);
        losses.put("D(x)", onReal.probability());
        losses.put("D(G(z))", onFake.probability());
    }

    /** Every face's condition moved three groups on: wrong beyond doubt, as the neighbouring group would not be. */
    private static INDArray shifted(INDArray age) {
        int half = AgeGroup.COUNT / 2;
        return Nd4j.concat(1, age.get(all(), interval(half, AgeGroup.COUNT)), age.get(all(), interval(0, half)));
    }
}
