package io.github.agefold.network;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import io.github.agefold.weights.WeightsException;
import io.github.agefold.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * BlazeFace, MediaPipe's face detector for faces at some distance (Bazarevsky et al., "BlazeFace: Sub-millisecond Neural Face
 * Detection on Mobile GPUs", 2019): a picture of 256x256 to 896 anchors, each with a score and a box. 31 residual blocks of a
 * depthwise and a pointwise convolution. It only ever runs forward, so it calls libnd4j's operations without DL4J's layers.
 *
 * <p>The first 512 anchors are the centres of a grid of 16x16 cells, two a cell; the other 384 of 8x8 cells, six a cell.
 */
public final class BlazeFace {
    /** Width and height of its pictures. */
    public static final int SIDE = 256;

    /** How many boxes it proposes. */
    public static final int ANCHORS = 896;

    /** Numbers to a box: centre x and y from the anchor, width, height, then x and y of six points, in 256ths of the picture. */
    public static final int BOX_NUMBERS = 16;

    private static final int[] BLOCK_CHANNELS = {24, 48, 96};
    private static final int BLOCKS = 31;

    private final Convolution stem;
    private final List<Block> blocks = new ArrayList<>();
    private final Block last;
    private final Convolution[] scores;
    private final Convolution[] boxes;

    private BlazeFace(WeightsFile weights) throws WeightsException {
        stem = Convolution.read(weights, "stem", 3, BLOCK_CHANNELS[0], 5);
        int in = BLOCK_CHANNELS[0];
        for (int i = 1; i <= BLOCKS; i++) {
            // the side halves at blocks 8, 16 and 24; the channels double at the latter two
            int out = BLOCK_CHANNELS[i < 16 ? 0 : i < 24 ? 1 : 2];
            blocks.add(Block.read(weights, String.format(Locale.ROOT, "block%02d", i), in, out, i % 8 == 0 ? 2 : 1));
            in = out;
        }
        last = Block.read(weights, "last", in, in, 2);
        scores = new Convolution[] {
            Convolution.read(weights, "scores16", in, 2, 1), Convolution.read(weights, "scores8", in, 6, 1)
        };
        boxes = new Convolution[] {
            Convolution.read(weights, "boxes16", in, 2 * BOX_NUMBERS, 1),
            Convolution.read(weights, "boxes8", in, 6 * BOX_NUMBERS, 1)
        };
    }

    /**
     * Reads the network from blazeface.safetensors.
     *
     * @throws WeightsException if the file is absent or holds another network
     * @throws IOException if it cannot be read
     */
    public static BlazeFace load(Path weightsFile) throws IOException {
        return new BlazeFace(WeightsFile.read(weightsFile));
    }

    /**
     * What it sees in one picture.
     *
     * @param scores the logit of a face at each of the 896 anchors
     * @param boxes sixteen numbers for each anchor
     */
    public record Sight(float[] scores, float[] boxes) {}

    /**
     * @param pictures RGB, [N, 3, 256, 256], in [-1, 1]; N at once take less time than one by one
     * @return what it sees in each
     * @throws IllegalArgumentException if the pictures have another shape
     */
    public List<Sight> look(INDArray pictures) {
        if (pictures.rank() != 4 || pictures.size(1) != 3 || pictures.size(2) != SIDE || pictures.size(3) != SIDE) {
            throw new IllegalArgumentException(
                    "wanted pictures [N, 3, 256, 256], got " + Arrays.toString(pictures.shape()));
        }
        INDArray seen = relu(stem.apply(pictures, 2));
        for (Block block : blocks) {
            // closed as soon as it has been used: a group photo's tiles would pile up
            try (INDArray before = seen) {
                seen = block.apply(before);
            }
        }
        try (INDArray fine = seen;
                INDArray coarse = relu(last.linear(seen))) {
            float[][] fineScores = numbers(scores[0], fine);
            float[][] coarseScores = numbers(scores[1], coarse);
            float[][] fineBoxes = numbers(boxes[0], fine);
            float[][] coarseBoxes = numbers(boxes[1], coarse);
            List<Sight> sights = new ArrayList<>();
            for (int i = 0; i < pictures.size(0); i++) {
                sights.add(new Sight(join(fineScores[i], coarseScores[i]), join(fineBoxes[i], coarseBoxes[i])));
            }
            return sights;
        }
    }

    /** What a head says of each anchor: its numbers are channels of its cell. */
    private static float[][] numbers(Convolution head, INDArray in) {
        try (INDArray out = head.apply(in, 1);
                INDArray byCell = out.permute(0, 2, 3, 1).dup('c')) {
            return byCell.reshape(in.size(0), byCell.length() / in.size(0)).toFloatMatrix();
        }
    }

    private static float[] join(float[] fine, float[] coarse) {
        float[] all = Arrays.copyOf(fine, fine.length + coarse.length);
        System.arraycopy(coarse, 0, all, fine.length, coarse.length);
        return all;
    }

    private static INDArray empty(INDArray in, long channels, int stride) {
        return Nd4j.createUninitialized(in.dataType(), in.size(0), channels, in.size(2) / stride, in.size(3) / stride);
    }

    private static INDArray relu(INDArray array) {
        return Transforms.relu(array, false);
    }

    /** A convolution with a bias, SAME padding, weights [out, in, height, width]. */
    private record Convolution(INDArray weight, INDArray bias) {
        static Convolution read(WeightsFile weights, String name, int in, int out, int kernel) throws WeightsException {
            float[] weight = weights.floats(name + ".weight", out, in, kernel, kernel);
            return new Convolution(
                    Nd4j.create(weight, new long[] {out, in, kernel, kernel}, 'c'),
                    Nd4j.createFromArray(weights.floats(name + ".bias", out)));
        }

        INDArray apply(INDArray in, int stride) {
            int kernel = (int) weight.size(2);
            INDArray out = empty(in, weight.size(0), stride);
            Nd4j.exec(DynamicCustomOp.builder("conv2d")
                    .addInputs(in, weight, bias)
                    .addOutputs(out)
                    .addIntegerArguments(kernel, kernel, stride, stride, 0, 0, 1, 1, 1, 0, 1)
                    .build());
            return out;
        }
    }

    /** A depthwise 3x3 convolution without bias, weights [channels, 1, 3, 3], then a pointwise one. */
    private record Block(INDArray depthwise, INDArray noBias, Convolution pointwise, int stride) {
        static Block read(WeightsFile weights, String name, int in, int out, int stride) throws WeightsException {
            float[] filters = weights.floats(name + "_depthwise.weight", in, 1, 3, 3);
            // oneDNN takes this operation over only with TensorFlow's axes, [height, width, channels, 1], and with a
            // bias
            INDArray depthwise =
                    Nd4j.create(filters, new long[] {in, 1, 3, 3}, 'c').permute(2, 3, 0, 1);
            return new Block(
                    depthwise.dup('c'),
                    Nd4j.zeros(in),
                    Convolution.read(weights, name + "_pointwise", in, out, 1),
                    stride);
        }

        INDArray apply(INDArray in) {
            INDArray out = linear(in);
            if (stride == 1) {
                return relu(out.addi(in));
            }
            // the shortcut is the largest of each 2x2 pixels; channels that are new have none
            try (INDArray halved = empty(in, in.size(1), stride)) {
                Nd4j.exec(DynamicCustomOp.builder("maxpool2d")
                        .addInputs(in)
                        .addOutputs(halved)
                        .addIntegerArguments(2, 2, 2, 2, 0, 0, 1, 1, 0, 0, 0)
                        .build());
                out.get(all(), interval(0, in.size(1)), all(), all()).addi(halved);
            }
            return relu(out);
        }

        INDArray linear(INDArray in) {
            try (INDArray filtered = empty(in, in.size(1), stride)) {
                Nd4j.exec(DynamicCustomOp.builder("depthwise_conv2d")
                        .addInputs(in, depthwise, noBias)
                        .addOutputs(filtered)
                        .addIntegerArguments(3, 3, stride, stride, 0, 0, 1, 1, 1, 0, 0)
                        .build());
                return pointwise.apply(filtered, 1);
            }
        }
    }
}
