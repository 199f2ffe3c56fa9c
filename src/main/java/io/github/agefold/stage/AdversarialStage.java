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

/**
 * Stage 1, the conditional GAN: D learns to tell real faces of an age group from generated ones, G to be taken for real
 * (the non-saturating loss).
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
        generator = Generator.create(options.seed(), options.rates().generator(), options.dropout());
        generator.graph().params().assign(start.generator().graph().params());
        discriminator = Discriminator.create(options.seed(), options.rates().discriminator());
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
        new DiscriminatorTraining(discriminator, options.realTarget(), options.mismatchWeight())
                .step(real, fakes, real.age(), losses);
        LogisticLoss deceived = LogisticLoss.of(discriminator.judge(true, fakes, real.age()), 1, 1);
        generator.backward(discriminator.backwardToFaces(deceived.gradient()));
        generator.graph().update();
        average.follow(step);
        losses.put("generator", deceived.value());
        return losses;
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
