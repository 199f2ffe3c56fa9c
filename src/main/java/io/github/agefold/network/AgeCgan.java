package io.github.agefold.network;

import java.util.LinkedHashMap;
import java.util.Map;

/** The three networks of Age-cGAN that are trained together. */
public record AgeCgan(Generator generator, Discriminator discriminator, Encoder encoder) {

    /** Networks with fresh weights, for gradients at the inputs and for being assigned to; a stage makes its own to train. */
    public static AgeCgan create(long seed) {
        return new AgeCgan(
                Generator.create(seed, 0, 0), Discriminator.create(seed + 1, 0), Encoder.create(seed + 2, 0));
    }

    /** The networks under the names of their files. */
    public Map<String, TrainableNetwork> byName() {
        Map<String, TrainableNetwork> networks = new LinkedHashMap<>();
        networks.put("generator", generator);
        networks.put("discriminator", discriminator);
        networks.put("encoder", encoder);
        return networks;
    }
}
