package io.github.agefold.bench;

import ai.djl.engine.Engine;
import io.github.agefold.benchmark.OtherEngine;
import io.github.agefold.benchmark.Stopwatch;
import io.github.agefold.benchmark.Work;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;

/** PyTorch's native CPU engine, by way of DJL. It gets as many threads as Agefold's own networks have. */
public final class PyTorch implements OtherEngine {

    public PyTorch() {
        int threads = Nd4j.getEnvironment().maxThreads();
        // read by DJL when the engine starts
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    @Override
    public String name() {
        return "PyTorch " + Engine.getInstance().getVersion();
    }

    @Override
    public List<String> variants() {
        return Arrays.stream(Upsampling.values())
                .map(u -> u.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public double milliseconds(Work work, String variant, int batch, Stopwatch watch) {
        Upsampling upsampling = Upsampling.valueOf(variant.toUpperCase(Locale.ROOT));
        try (PyTorchWork torch = new PyTorchWork(upsampling, batch)) {
            return watch.median(
                    switch (work) {
                        case STAGE_1_STEP -> torch::stage1;
                        case STAGE_2_STEP -> torch::stage2;
                        case SIX_FACES -> torch::sixFaces;
                        case APPROXIMATION -> torch::approximation;
                        case LATENT_GRADIENT -> torch::latentGradient;
                    });
        }
    }

    @Override
    public void close() {
        // each piece of work frees its own
    }
}
