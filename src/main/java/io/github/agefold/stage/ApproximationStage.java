package io.github.agefold.stage;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.network.AgeCgan;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.Generator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Stage 2, initial latent vector approximation: E learns to tell the z that a generated face was made from. The pairs are drawn afresh
 * for each step; G stays as it is.
 */
final class ApproximationStage implements Stage {
    private final AgeCgan networks;
    private @Nullable Generator folded;
    private final Encoder encoder;
    private final TrainingOptions options;
    private final INDArray photos;

    /** @param photos validation faces that the samples show, [N, 3, 64, 64] */
    ApproximationStage(AgeCgan start, INDArray photos, TrainingOptions options) {
        networks = start;
        encoder = Encoder.create(options.seed() + 2, options.rates().encoder());
        encoder.graph().params().assign(start.encoder().graph().params());
        this.options = options;
        this.photos = photos;
    }

    @Override
    public String name() {
        return "approximation";
    }

    @Override
    public Map<String, Double> step(long step, Random random) {
        INDArray z = Nd4j.randn(options.batch(), Generator.LATENT);
        INDArray age = Nd4j.zeros(options.batch(), AgeGroup.COUNT);
        for (int i = 0; i < options.batch(); i++) {
            age.putScalar(i, random.nextInt(AgeGroup.COUNT), 1);
        }
        INDArray error =
                encoder.approximate(true, generator().generate(false, z, age)).sub(z);
        double loss = error.norm2Number().doubleValue();
        encoder.backward(error.mul(2.0 / error.length()));
        encoder.graph().update();
        return Map.of("encoder", loss * loss / error.length());
    }

    /** G as it stays throughout the stage, folded when it is first used: by then a checkpoint may have restored it. */
    private Generator generator() {
        if (folded == null) {
            folded = networks.generator().folded();
        }
        return folded;
    }

    @Override
    public Map<String, INDArray> state() {
        Map<String, INDArray> state = new LinkedHashMap<>();
        NetworkState.add(state, "encoder", encoder);
        state.put("generator.parameters", networks.generator().graph().params());
        state.put("discriminator.parameters", networks.discriminator().graph().params());
        return state;
    }

    @Override
    public void resumeAt(long step) {
        encoder.graph().setUpdates(Math.toIntExact(step));
    }

    @Override
    public void finish(AgeCgan networks) {
        networks.encoder().graph().params().assign(encoder.graph().params());
    }

    @Override
    public INDArray samples() {
        return Samples.strips(generator(), encoder, photos);
    }

    @Override
    public int sampleColumns() {
        return 1 + AgeGroup.COUNT;
    }
}
