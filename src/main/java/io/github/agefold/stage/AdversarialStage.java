package io.github.agefold.stage;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.Batch;
import io.github.agefold.dataset.Batches;
import io.github.agefold.network.AgeCgan;
import io.github.agefold.network.Discriminator;
import io.github.agefold.network.Generator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Stage 1, the conditional GAN: D learns to tell real faces of an age group from generated ones, G to be taken for real
 * (the non-saturating loss). D also sees real faces under a wrong age group, which it has to refuse; without them it takes long to
 * look at the condition at all.
 */
final class AdversarialStage implements Stage {
    private static final int SAMPLE_ROWS = 8;

    private final Generator generator;
    private final Discriminator discriminator;
    private final ParameterAverage<Generator> average;
    private final Batches batches;
    private final TrainingOptions options;
    private final INDArray sampleLatents;

    AdversarialStage(AgeCgan start, Batches batches, TrainingOptions options) {
        generator = Generator.create(options.seed(), options.generatorRate(), options.dropout());
        generator.graph().params().assign(start.generator().graph().params());
        discriminator = Discriminator.create(options.seed(), options.discriminatorRate());
        discriminator.graph().params().assign(start.discriminator().graph().params());
        average = new ParameterAverage<>(generator, Generator.create(0, 0, 0));
        this.batches = batches;
        this.options = options;
        sampleLatents = Samples.fixedLatents(options.seed(), SAMPLE_ROWS);
    }

    @Override
    public String name() {
        return "adversarial";
    }

    @Override
    public Map<String, Double> step(long step, Random random) {
        int size = options.batch();
        Batch real = batches.draw(random, size);
        INDArray z = Nd4j.randn(size, Generator.LATENT);
        INDArray fakes = generator.generate(true, z, real.age());

        Map<String, Double> losses = new LinkedHashMap<>();
        trainDiscriminator(real, fakes, losses);
        LogisticLoss deceived = LogisticLoss.of(discriminator.judge(true, fakes, real.age()), 1, 1);
        generator.backward(discriminator.backward(deceived.gradient()));
        generator.graph().update();
        average.follow(step);
        losses.put("generator", deceived.value());
        return losses;
    }

    private void trainDiscriminator(Batch real, INDArray fakes, Map<String, Double> losses) {
        int size = options.batch();
        LogisticLoss onReal =
                LogisticLoss.of(discriminator.judge(true, real.faces(), real.age()), options.realTarget(), 1);
        discriminator.backward(onReal.gradient());
        INDArray gradient = discriminator.graph().gradients().dup();

        double fakeWeight = 1 - options.mismatchWeight();
        LogisticLoss onFake = LogisticLoss.of(discriminator.judge(true, fakes, real.age()), 0, fakeWeight);
        discriminator.backward(onFake.gradient());
        double lossValue = onReal.value() + onFake.value();
        if (options.mismatchWeight() > 0) {
            gradient.addi(discriminator.graph().gradients());
            LogisticLoss onMismatch = LogisticLoss.of(
                    discriminator.judge(true, real.faces(), shifted(real.age())), 0, options.mismatchWeight());
            discriminator.backward(onMismatch.gradient());
            lossValue += onMismatch.value();
            losses.put("D(x,wrong)", onMismatch.probability());
        }
        discriminator.graph().gradients().addi(gradient);
        discriminator.graph().update();
        losses.put("discriminator", lossValue);
        losses.put("D(x)", onReal.probability());
        losses.put("D(G(z))", onFake.probability());
    }

    /** Every face's condition moved two or three groups on: wrong beyond doubt, whatever the neighbouring group would be. */
    private static INDArray shifted(INDArray age) {
        int half = AgeGroup.COUNT / 2;
        return Nd4j.concat(
                1,
                age.get(NDArrayIndex.all(), NDArrayIndex.interval(half, AgeGroup.COUNT)),
                age.get(NDArrayIndex.all(), NDArrayIndex.interval(0, half)));
    }

    @Override
    public Map<String, INDArray> state() {
        Map<String, INDArray> state = new LinkedHashMap<>();
        NetworkState.add(state, "generator", generator);
        NetworkState.add(state, "discriminator", discriminator);
        state.put("average.parameters", average.network().graph().params());
        return state;
    }

    @Override
    public void resumeAt(long step) {
        generator.graph().setUpdates(Math.toIntExact(step));
        discriminator.graph().setUpdates(Math.toIntExact(step));
    }

    @Override
    public void finish(AgeCgan networks) {
        networks.generator().graph().params().assign(average.network().graph().params());
        networks.discriminator().graph().params().assign(discriminator.graph().params());
    }

    @Override
    public INDArray samples() {
        return Samples.everyAge(average.network(), sampleLatents);
    }

    @Override
    public int sampleColumns() {
        return AgeGroup.COUNT;
    }
}
