package io.github.agefold.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** Age-cGAN's three networks in DJL: the shapes of io.github.agefold.network, layer by layer. */
final class Networks {
    private static final float LEAK = 0.2f;
    private static final float EPSILON = 1e-3f;

    private Networks() {}

    /** [N, 106], z and the age group, to [N, 3, 64, 64]. */
    static Block generator(Upsampling upsampling) {
        SequentialBlock block = new SequentialBlock()
                .add(linear(2048))
                .add(Networks::leaky)
                .add(linear(16384))
                .add(norm())
                .add(Networks::leaky)
                .add(in -> new NDList(in.singletonOrThrow().reshape(-1, 256, 8, 8)));
        for (int channels : new int[] {128, 64}) {
            up(block, upsampling, channels).add(norm()).add(Networks::leaky);
        }
        return up(block, upsampling, 3).add(in -> new NDList(Activation.tanh(in.singletonOrThrow())));
    }

    private static SequentialBlock up(SequentialBlock block, Upsampling upsampling, int channels) {
        return upsampling == Upsampling.PLAIN
                ? block.add(Networks::nearest).add(convolution(channels, 5, 1, 2))
                : block.add(convolution(4 * channels, 3, 1, 1)).add(Networks::depthToSpace);
    }

    private static NDList nearest(NDList in) {
        NDArray x = in.singletonOrThrow();
        Shape shape = x.getShape();
        long n = shape.get(0);
        long c = shape.get(1);
        long h = shape.get(2);
        long w = shape.get(3);
        return new NDList(
                x.reshape(n, c, h, 1, w, 1).broadcast(n, c, h, 2, w, 2).reshape(n, c, 2 * h, 2 * w));
    }

    private static NDList depthToSpace(NDList in) {
        NDArray x = in.singletonOrThrow();
        Shape shape = x.getShape();
        long n = shape.get(0);
        long c = shape.get(1) / 4;
        long h = shape.get(2);
        long w = shape.get(3);
        return new NDList(
                x.reshape(n, 2, 2, c, h, w).transpose(0, 3, 4, 1, 5, 2).reshape(n, c, 2 * h, 2 * w));
    }

    /** [N, 3, 64, 64] and [N, 6, 32, 32] to logits, [N, 1]. */
    static Block discriminator() {
        return new Discriminator();
    }

    /** [N, 3, 64, 64] to z0, [N, 100]. */
    static Block encoder() {
        SequentialBlock block =
                new SequentialBlock().add(convolution(32, 5, 2, 2)).add(Networks::leaky);
        for (int channels : new int[] {64, 128, 256}) {
            block.add(convolution(channels, 5, 2, 2)).add(norm()).add(Networks::leaky);
        }
        return block.add(Blocks.batchFlattenBlock())
                .add(linear(4096))
                .add(norm())
                .add(Networks::leaky)
                .add(linear(100));
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static Block convolution(int filters, int kernel, int stride, int padding) {
        return Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(kernel, kernel))
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(padding, padding))
                .build();
    }

    private static Block norm() {
        return BatchNorm.builder().optMomentum(0.9f).optEpsilon(EPSILON).build();
    }

    private static NDList leaky(NDList in) {
        return new NDList(Activation.leakyRelu(in.singletonOrThrow(), LEAK));
    }

    private static final class Discriminator extends AbstractBlock {
        private final Block first = addChildBlock("first", convolution(64, 3, 2, 1));
        private final Block rest;

        Discriminator() {
            super((byte) 1);
            SequentialBlock block = new SequentialBlock();
            for (int channels : new int[] {128, 256, 512}) {
                block.add(convolution(channels, 3, 2, 1)).add(norm()).add(Networks::leaky);
            }
            rest = addChildBlock("rest", block.add(Blocks.batchFlattenBlock()).add(linear(1)));
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
            NDArray features = leaky(first.forward(store, new NDList(inputs.get(0)), training))
                    .singletonOrThrow();
            return rest.forward(store, new NDList(features.concat(inputs.get(1), 1)), training);
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return new Shape[] {new Shape(inputs[0].get(0), 1)};
        }

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
            first.initialize(manager, type, inputs[0]);
            rest.initialize(manager, type, new Shape(inputs[0].get(0), 70, 32, 32));
        }
    }
}
