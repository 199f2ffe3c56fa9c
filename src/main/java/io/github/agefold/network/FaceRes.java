package io.github.agefold.network;

import io.github.agefold.network.layer.Conv2d;
import io.github.agefold.weights.WeightsException;
import io.github.agefold.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * FaceRes: a face to 1024 features, by a MobileNet that was trained to tell the persons of VGGFace2 apart (Savchenko, "Efficient facial
 * representations for age, gender and identity recognition in organizing photo albums using multi-output ConvNet", 2019). It judges and
 * nothing else: no search and no training ever sees its gradient, so it has none.
 */
public final class FaceRes {
    /** How many features a face has. */
    public static final int FEATURES = 1024;

    /**
     * The distance between {@link #embed}'s vectors below which two faces are taken for one person's. UTKFace names no persons, so it
     * cannot be set on genuine pairs: it is where FaceRes lets as many impostors through as FaceNet does at 0.6, 16.9 % of 14,468 pairs
     * of different validation photos of the same age group, gender and race ({@code ImpostorPairs} in the tests' folder measures it).
     */
    public static final double SAME_PERSON_DISTANCE = 0.978;

    /** The same for FaceNet's 0.734, which allows for the years between two photos of a person: both let 62.2 % of these pairs through. */
    public static final double CROSS_AGE_DISTANCE = 1.085;

    private static final int SIDE = 224;
    private static final double HALF_RANGE = 127.5;
    private static final double[] MEAN_COLOUR = {123.68, 116.779, 103.939};
    private static final int STEM_CHANNELS = 32;
    private static final int[] CHANNELS = {64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024};

    /** Blocks, counted from 1, that halve the side. */
    private static final List<Integer> HALVING = List.of(2, 4, 6, 12);

    private static final Conv2d STEM = new Conv2d(3, 2, true);
    private static final Conv2d POINTWISE = new Conv2d(1, 1, true);

    private final BilinearResize resize = new BilinearResize(SIDE);
    private final INDArray stem;
    private final INDArray stemBias;
    private final List<Block> blocks = new ArrayList<>();

    private FaceRes(WeightsFile weights) throws WeightsException {
        stem = array(weights, "stem.weight", STEM_CHANNELS, 3, 3, 3);
        stemBias = array(weights, "stem.bias", STEM_CHANNELS);
        int in = STEM_CHANNELS;
        for (int i = 1; i <= CHANNELS.length; i++) {
            int stride = HALVING.contains(i) ? 2 : 1;
            blocks.add(Block.read(weights, String.format(Locale.ROOT, "block%02d", i), in, CHANNELS[i - 1], stride));
            in = CHANNELS[i - 1];
        }
    }

    /**
     * Reads the network from faceres.safetensors.
     *
     * @throws WeightsException if the file is absent or holds another network
     * @throws IOException if it cannot be read
     */
    public static FaceRes load(Path weightsFile) throws IOException {
        return new FaceRes(WeightsFile.read(weightsFile));
    }

    /**
     * @param faces RGB, [N, 3, S, S], in [-1, 1]
     * @return what the network sees in each face, averaged over the picture: 1024 numbers of 0 to 6 a face
     * @throws IllegalArgumentException if the faces are not square or not RGB
     */
    public float[][] features(INDArray faces) {
        if (faces.rank() != 4 || faces.size(1) != 3 || faces.size(2) != faces.size(3)) {
            throw new IllegalArgumentException("wanted square faces [N, 3, S, S], got " + faces.shapeInfoToString());
        }
        // before the resize, where there are fewer pixels: interpolation leaves a constant as it is
        INDArray centred = faces.mul(HALF_RANGE);
        for (int c = 0; c < MEAN_COLOUR.length; c++) {
            centred.slice(c, 1).addi(HALF_RANGE - MEAN_COLOUR[c]);
        }
        INDArray seen = relu6(STEM.forward(resize.forward(centred), stem, stemBias));
        for (Block block : blocks) {
            // closed as soon as it has been used: at 224 pixels a batch takes tens of megabytes a layer
            try (INDArray before = seen) {
                seen = block.apply(before);
            }
        }
        try (INDArray last = seen) {
            return last.mean(2, 3).toFloatMatrix();
        }
    }

    /**
     * The features as a vector of length 1, so that distances tell angles.
     *
     * @param faces RGB, [N, 3, S, S], in [-1, 1]
     * @return [N][1024]
     * @throws IllegalArgumentException if the faces are not square or not RGB
     */
    public float[][] embed(INDArray faces) {
        return unit(features(faces));
    }

    /** What {@link #embed} makes of {@link #features}. */
    public static float[][] unit(float[][] features) {
        float[][] units = new float[features.length][];
        for (int i = 0; i < features.length; i++) {
            double length = Math.max(FaceRecognizer.distance(features[i], new float[FEATURES]), 1e-12);
            units[i] = features[i].clone();
            for (int j = 0; j < FEATURES; j++) {
                units[i][j] /= (float) length;
            }
        }
        return units;
    }

    private static INDArray array(WeightsFile weights, String name, long... shape) throws WeightsException {
        return Nd4j.create(weights.floats(name, shape), shape, 'c');
    }

    private static INDArray relu6(INDArray array) {
        return Transforms.relu6(array, false);
    }

    /** A kernel for each channel, then a mix of the channels, each with a bias and a ReLU that ends at 6. */
    private record Block(
            Conv2d geometry, INDArray kernels, INDArray kernelBias, INDArray pointwise, INDArray pointwiseBias) {
        static Block read(WeightsFile weights, String name, int in, int out, int stride) throws WeightsException {
            // the scale of each channel, a batch norm's, folds into its kernel
            INDArray kernels = array(weights, name + "_depthwise.weight", in, 1, 3, 3);
            INDArray gain = array(weights, name + "_depthwise.gain", in).reshape(in, 1, 1, 1);
            return new Block(
                    new Conv2d(3, stride, true),
                    Conv2d.channelsLast(kernels.muli(gain.broadcast(kernels.shape()))),
                    array(weights, name + "_depthwise.shift", in),
                    array(weights, name + "_pointwise.weight", out, in, 1, 1),
                    array(weights, name + "_pointwise.bias", out));
        }

        INDArray apply(INDArray in) {
            try (INDArray filtered = relu6(geometry.depthwise(in, kernels, kernelBias))) {
                return relu6(POINTWISE.forward(filtered, pointwise, pointwiseBias));
            }
        }
    }
}
