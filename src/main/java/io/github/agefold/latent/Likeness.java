package io.github.agefold.latent;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.network.Generator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a search found: with it a generator makes one person at any age.
 *
 * @param z the latent vector, [1, 100]
 * @param correction what tuning added to the generator's seed for this photo, [1, 256, 8, 8]; none without tuning
 */
public record Likeness(INDArray z, @Nullable INDArray correction) {

    /**
     * The person in all age groups, youngest first.
     *
     * @param generator folded, the one that the search was made with
     * @return [6, 3, 64, 64], a copy
     */
    public INDArray everyAge(Generator generator) {
        INDArray latents = z.repeat(0, AgeGroup.COUNT);
        if (correction == null) {
            return generator.generate(false, latents, everyGroup()).dup('c');
        }
        INDArray seeds = generator.seeds(latents, everyGroup());
        seeds.addi(correction.repeat(0, AgeGroup.COUNT));
        return generator.upsampler().upsample(seeds).dup('c');
    }

    /** The conditions of all groups, one-hot, [6, 6]. */
    static INDArray everyGroup() {
        return Nd4j.createFromArray(AgeGroup.ALL.stream().map(AgeGroup::oneHot).toArray(float[][]::new));
    }
}
