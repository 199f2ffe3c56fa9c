package io.github.agefold.bench;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.engine.Engine;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayDeque;
import java.util.Deque;

/** The work of {@link io.github.agefold.benchmark.Work} on PyTorch: the steps of io.github.agefold.stage, loss by loss. */
final class PyTorchWork implements AutoCloseable {
    private static final float LEARNING_RATE = 1e-5f;
    private static final float REAL_TARGET = 0.9f;
    private static final float MISMATCH = 0.3f;
    private static final float AVERAGE_DECAY = 0.999f;

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final int batch;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu());
    private final Trainer generator;
    private final Trainer discriminator;
    private final Trainer encoder;
    private final NDList average = new NDList();

    PyTorchWork(Upsampling upsampling, int batch) {
        this.batch = batch;
        generator = trainer("generator", Networks.generator(upsampling), new Shape(batch, 106));
        discriminator = trainer(
                "discriminator", Networks.discriminator(), new Shape(batch, 3, 64, 64), new Shape(batch, 6, 32, 32));
        encoder = trainer("encoder", Networks.encoder(), new Shape(batch, 3, 64, 64));
        generator.getModel().getBlock().getParameters().forEach(parameter -> {
            NDArray copy = parameter.getValue().getArray().duplicate();
            copy.attach(manager);
            average.add(copy);
        });
    }

    private Trainer trainer(String name, Block block, Shape... inputs) {
        Model model = Model.newInstance(name);
        resources.push(model);
        model.setBlock(block);
        Trainer trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(LEARNING_RATE))
                        .optBeta1(0.5f)
                        .build()));
        resources.push(trainer);
        trainer.initialize(inputs);
        return trainer;
    }

    /** Stage 1: D on real faces, generated ones and real ones of a wrong age; then G through D; then the average of G. */
    void stage1() {
        try (NDManager scope = manager.newSubManager()) {
            NDArray z = in(scope, scope.randomNormal(new Shape(batch, 106)));
            NDArray real = scope.randomUniform(-1, 1, new Shape(batch, 3, 64, 64));
            NDArray age = scope.zeros(new Shape(batch, 6, 32, 32));
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                NDArray fakes = generator.forward(new NDList(z)).singletonOrThrow();
                NDArray loss = loss(judge(real, age), REAL_TARGET, 1)
                        .add(loss(judge(fakes.stopGradient(), age), 0, 1 - MISMATCH))
                        .add(loss(judge(real, age), 0, MISMATCH));
                gradients.backward(loss);
                discriminator.step();
                gradients.backward(loss(judge(fakes, age), 1, 1));
            }
            generator.step();
            discriminator.getModel().getBlock().getParameters().forEach(p -> {
                if (p.getValue().requiresGradient()) {
                    // what G's step left there is nobody's
                    p.getValue().getArray().getGradient().subi(p.getValue().getArray().getGradient());
                }
            });
            follow();
        }
    }

    private NDArray judge(NDArray faces, NDArray age) {
        return discriminator.forward(new NDList(faces, age)).singletonOrThrow();
    }

    /** Mean of log(1 + e^x) - target x, times the weight. */
    private static NDArray loss(NDArray logits, float target, float weight) {
        return logits.exp().add(1).log().sub(logits.mul(target)).mean().mul(weight);
    }

    private void follow() {
        int i = 0;
        for (var parameter : generator.getModel().getBlock().getParameters()) {
            average.get(i).muli(AVERAGE_DECAY).addi(parameter.getValue().getArray().mul(1 - AVERAGE_DECAY));
            i++;
        }
    }

    /** Stage 2: faces by G as it is, E's error on their z. */
    void stage2() {
        try (NDManager scope = manager.newSubManager()) {
            NDArray z = scope.randomNormal(new Shape(batch, 106));
            NDArray faces = run(generator, scope, z);
            NDArray target = z.get(":, :100");
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                NDArray error = encoder.forward(new NDList(faces)).singletonOrThrow().sub(target);
                gradients.backward(error.square().mean());
            }
            encoder.step();
        }
    }

    void sixFaces() {
        try (NDManager scope = manager.newSubManager()) {
            run(generator, scope, scope.randomNormal(new Shape(6, 106))).toFloatArray();
        }
    }

    void approximation() {
        try (NDManager scope = manager.newSubManager()) {
            run(encoder, scope, scope.randomUniform(-1, 1, new Shape(1, 3, 64, 64))).toFloatArray();
        }
    }

    void latentGradient() {
        try (NDManager scope = manager.newSubManager()) {
            NDArray z = in(scope, scope.randomNormal(new Shape(1, 106)));
            NDArray face = scope.randomUniform(-1, 1, new Shape(1, 3, 64, 64));
            z.setRequiresGradient(true);
            generator.getModel().getBlock().freezeParameters(true);
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                gradients.backward(run(generator, scope, z).sub(face).square().sum());
            }
            z.getGradient().toFloatArray();
        }
    }

    private static NDArray run(Trainer trainer, NDManager scope, NDArray input) {
        return trainer.getModel()
                .getBlock()
                .forward(new ParameterStore(scope, false), new NDList(input), false)
                .singletonOrThrow();
    }

    private static NDArray in(NDManager scope, NDArray array) {
        array.attach(scope);
        return array;
    }

    @Override
    public void close() {
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("PyTorch's memory could not be freed", e);
            }
        }
        manager.close();
    }
}
