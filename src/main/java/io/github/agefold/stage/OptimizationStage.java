package io.github.agefold.stage;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.Batch;
import io.github.agefold.dataset.Batches;
import io.github.agefold.network.AgeCgan;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.Discriminator;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.FaceRecognizer;
import io.github.agefold.network.Generator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Stage 3, latent vector optimisation as training: E and G together learn to give a face back at its own age (pixels and
 * identity), and at another age as the same person, who looks as old as asked. D goes on judging, so that faces stay faces.
 */
final class OptimizationStage implements Stage {
    private final Generator generator;
    private final Discriminator discriminator;
    private final Encoder encoder;
    private final ParameterAverage<Generator> averageGenerator;
    private final ParameterAverage<Encoder> averageEncoder;
    private final FaceLosses faceLosses;
    private final Batches batches;
    private final TrainingOptions options;
    private final INDArray photos;

    /** @param photos validation faces that the samples show, [N, 3, 64, 64] */
    OptimizationStage(
            AgeCgan start,
            FaceRecognizer recognizer,
            AgeEstimator estimator,
            Batches batches,
            INDArray photos,
            TrainingOptions options) {
        generator = Generator.create(options.seed(), options.rates().joint(), 0);
        generator.graph().params().assign(start.generator().graph().params());
        discriminator = Discriminator.create(options.seed() + 1, options.rates().joint());
        discriminator.graph().params().assign(start.discriminator().graph().params());
        encoder = Encoder.create(options.seed() + 2, options.rates().joint());
        encoder.graph().params().assign(start.encoder().graph().params());
        averageGenerator = new ParameterAverage<>(generator, Generator.create(0, 0, 0));
        averageEncoder = new ParameterAverage<>(encoder, Encoder.create(0, 0));
        faceLosses = new FaceLosses(recognizer, estimator, options.lossWeights(), options.judged());
        this.batches = batches;
        this.photos = photos;
        this.options = options;
    }

    @Override
    public String name() {
        return "optimization";
    }

    @Override
    public Map<String, Double> step(long step, Random random) {
        int size = options.batch();
        LossWeights weights = options.lossWeights();
        Batch real = batches.draw(random, size);
        INDArray otherAge = otherAges(real.age(), random);
        INDArray z = encoder.approximate(true, real.faces());
        // own age and other age in one pass: the same latent vectors twice
        INDArray ages = Nd4j.concat(0, real.age(), otherAge);
        INDArray faces = generator.generate(true, Nd4j.concat(0, z, z), ages);
        INDArray reconstructed = half(faces, 0);
        INDArray aged = half(faces, 1);

        Map<String, Double> losses = new LinkedHashMap<>();
        new DiscriminatorTraining(discriminator, options.realTarget(), options.mismatchWeight())
                .step(real, aged, otherAge, losses);

        INDArray faceGradient = faceLosses.gradient(real.faces(), reconstructed, aged, otherAge, losses);
        LogisticLoss deceived = LogisticLoss.of(discriminator.judge(true, faces, ages), 1, weights.adversarial());
        losses.put("adversarial", deceived.value());
        faceGradient.addi(discriminator.backwardToFaces(deceived.gradient()));

        INDArray latentGradients = generator.backward(faceGradient);
        INDArray latentGradient = half(latentGradients, 0).add(half(latentGradients, 1));
        latentGradient.addi(z.mul(2 * weights.latent() / z.length()));
        losses.put("latent", Math.pow(z.norm2Number().doubleValue(), 2) / z.length());
        encoder.backward(latentGradient);
        generator.graph().update();
        encoder.graph().update();
        averageGenerator.follow(step);
        averageEncoder.follow(step);
        return losses;
    }

    /** For each face a group that is not its own, every one as likely. */
    private static INDArray otherAges(INDArray age, Random random) {
        INDArray other = age.ulike().assign(0);
        for (int i = 0; i < age.size(0); i++) {
            int own = age.getRow(i).argMax().getInt(0);
            other.putScalar(i, (own + 1 + random.nextInt(AgeGroup.COUNT - 1)) % AgeGroup.COUNT, 1);
        }
        return other;
    }

    private static INDArray half(INDArray array, int which) {
        long size = array.size(0) / 2;
        INDArray part = array.rank() == 2
                ? array.get(interval(which * size, (which + 1) * size), all())
                : array.get(interval(which * size, (which + 1) * size), all(), all(), all());
        return part.dup('c');
    }

    @Override
    public Map<String, INDArray> state() {
        Map<String, INDArray> state = new LinkedHashMap<>();
        NetworkState.add(state, "generator", generator);
        NetworkState.add(state, "discriminator", discriminator);
        NetworkState.add(state, "encoder", encoder);
        state.put("generator.average", averageGenerator.network().graph().params());
        state.put("encoder.average", averageEncoder.network().graph().params());
        return state;
    }

    @Override
    public void resumeAt(long step) {
        int updates = Math.toIntExact(step);
        generator.graph().setUpdates(updates);
        discriminator.graph().setUpdates(updates);
        encoder.graph().setUpdates(updates);
    }

    @Override
    public void finish(AgeCgan networks) {
        networks.generator()
                .graph()
                .params()
                .assign(averageGenerator.network().graph().params());
        networks.discriminator().graph().params().assign(discriminator.graph().params());
        networks.encoder()
                .graph()
                .params()
                .assign(averageEncoder.network().graph().params());
    }

    @Override
    public INDArray samples() {
        return Samples.strips(averageGenerator.network(), averageEncoder.network(), photos);
    }

    @Override
    public int sampleColumns() {
        return 1 + AgeGroup.COUNT;
    }
}
