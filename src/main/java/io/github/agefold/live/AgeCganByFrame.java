package io.github.agefold.live;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.DetectedFace;
import io.github.agefold.face.Face;
import io.github.agefold.face.FaceAligner;
import io.github.agefold.face.FaceDetector;
import io.github.agefold.face.FaceLocation;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.Generator;
import io.github.agefold.network.NativeMemory;
import io.github.agefold.photo.Photo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** {@link LiveNetworks} by Age-cGAN. */
public final class AgeCganByFrame implements LiveNetworks {
    /** About two seconds of frames: until then some hundred megabytes of arrays have piled up. */
    private static final int FRAMES_BETWEEN_FREEING = 32;

    private static final float[][] EVERY_GROUP =
            AgeGroup.ALL.stream().map(AgeGroup::oneHot).toArray(float[][]::new);

    private final FaceDetector detector;
    private final FaceAligner aligner;
    private final Encoder encoder;
    private final Generator generator;
    private int frames;

    /** @param generator folded: it runs on batches of six */
    public AgeCganByFrame(FaceDetector detector, FaceAligner aligner, Encoder encoder, Generator generator) {
        this.detector = detector;
        this.aligner = aligner;
        this.encoder = encoder;
        this.generator = generator;
    }

    @Override
    public List<DetectedFace> glance(Photo frame) {
        return detector.glance(frame);
    }

    @Override
    public FaceLocation locate(Photo frame, DetectedFace face) {
        return aligner.locate(frame, face);
    }

    @Override
    public FaceLocation follow(Photo frame, FaceLocation before) {
        return aligner.follow(frame, before);
    }

    @Override
    public Face cut(Photo frame, FaceLocation location) {
        return aligner.cut(frame, location);
    }

    @Override
    public List<float[]> approximate(List<Face> faces) {
        float[] pixels = new float[faces.size() * Face.LENGTH];
        for (int i = 0; i < faces.size(); i++) {
            System.arraycopy(faces.get(i).pixels(), 0, pixels, i * Face.LENGTH, Face.LENGTH);
        }
        long[] shape = {faces.size(), 3, Face.SIDE, Face.SIDE};
        try (INDArray batch = Nd4j.create(pixels, shape, 'c')) {
            return List.of(encoder.approximate(false, batch).toFloatMatrix());
        }
    }

    @Override
    public List<List<Face>> generate(List<float[]> z) {
        float[][] latents = new float[z.size() * AgeGroup.COUNT][];
        float[][] groups = new float[latents.length][];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = z.get(i / AgeGroup.COUNT);
            groups[i] = EVERY_GROUP[i % AgeGroup.COUNT];
        }
        float[] pixels;
        try (INDArray latent = Nd4j.createFromArray(latents);
                INDArray group = Nd4j.createFromArray(groups);
                INDArray made = generator.generate(false, latent, group);
                INDArray inOrder = made.dup('c')) {
            pixels = inOrder.data().asFloat();
        }
        List<List<Face>> strips = new ArrayList<>();
        for (int i = 0; i < z.size(); i++) {
            List<Face> strip = new ArrayList<>();
            for (int j = 0; j < AgeGroup.COUNT; j++) {
                int start = (i * AgeGroup.COUNT + j) * Face.LENGTH;
                strip.add(new Face(Arrays.copyOfRange(pixels, start, start + Face.LENGTH)));
            }
            strips.add(strip);
        }
        frames++;
        if (frames % FRAMES_BETWEEN_FREEING == 0) {
            NativeMemory.free();
        }
        return strips;
    }
}
