package io.github.agefold.stage;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.Generator;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Pictures that show how far training has come. */
final class Samples {
    private static final int MARGIN = 1;

    private Samples() {}

    /** Latent vectors that stay the same through a run, [rows, 100]. */
    static INDArray fixedLatents(long seed, int rows) {
        Random random = new Random(seed);
        float[] values = new float[rows * Generator.LATENT];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape(rows, Generator.LATENT);
    }

    /** Each latent vector at all ages: [6 N, 3, 64, 64], a person's six ages one after the other. */
    static INDArray everyAge(Generator generator, INDArray latents) {
        return generator.generate(false, latents.repeat(0, AgeGroup.COUNT), ages(latents.size(0)));
    }

    /** Each photo and, beside it, what E and G make of it at all ages: [7 N, 3, 64, 64]. */
    static INDArray strips(Generator generator, Encoder encoder, INDArray photos) {
        INDArray aged = everyAge(generator, encoder.approximate(false, photos).dup());
        long[] strip = {photos.size(0), AgeGroup.COUNT, photos.length() / photos.size(0)};
        INDArray originals = photos.reshape('c', strip[0], 1, strip[2]);
        return Nd4j.concat(1, originals, aged.reshape('c', strip)).reshape('c', -1, 3, Face.SIDE, Face.SIDE);
    }

    /** The six conditions over and over, [6 N, 6]. */
    static INDArray ages(long people) {
        INDArray ages = Nd4j.zeros(people * AgeGroup.COUNT, AgeGroup.COUNT);
        for (long row = 0; row < ages.size(0); row++) {
            ages.putScalar(row, row % AgeGroup.COUNT, 1);
        }
        return ages;
    }

    /** Faces [N, 3, 64, 64] side by side, row by row. */
    static BufferedImage grid(INDArray faces, int columns) {
        int count = (int) faces.size(0);
        int cell = Face.SIDE + MARGIN;
        BufferedImage image = new BufferedImage(
                columns * cell - MARGIN, (count + columns - 1) / columns * cell - MARGIN, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < count; i++) {
            float[] pixels = faces.get(NDArrayIndex.point(i)).dup('c').data().asFloat();
            image.setRGB(
                    i % columns * cell,
                    i / columns * cell,
                    Face.SIDE,
                    Face.SIDE,
                    new Face(pixels).toRgb(),
                    0,
                    Face.SIDE);
        }
        return image;
    }
}
