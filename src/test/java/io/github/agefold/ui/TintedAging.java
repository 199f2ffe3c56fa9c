package io.github.agefold.ui;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.AlignedFace;
import io.github.agefold.face.DetectedFace;
import io.github.agefold.face.Face;
import io.github.agefold.face.FaceBox;
import io.github.agefold.face.FaceLocation;
import io.github.agefold.face.Similarity;
import io.github.agefold.latent.Search;
import io.github.agefold.latent.SearchStep;
import io.github.agefold.live.LiveNetworks;
import io.github.agefold.network.FaceLandmarks;
import io.github.agefold.photo.Photo;
import io.github.agefold.strip.AgeStrip;
import io.github.agefold.strip.AgedFace;
import io.github.agefold.strip.Aging;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Stands in for the networks in tests: its faces are where it is told, and its columns are the original, tinted. */
public final class TintedAging implements Aging {
    private static final int ITERATIONS = 100;

    private final List<DetectedFace> faces;
    private final long millisecondsAnIteration;

    /** @param faces what is found in each photo */
    public TintedAging(List<DetectedFace> faces, long millisecondsAnIteration) {
        this.faces = faces;
        this.millisecondsAnIteration = millisecondsAnIteration;
    }

    public static DetectedFace face(double x, double y, double side) {
        return new DetectedFace(new FaceBox(x, y, side, side), 0.98);
    }

    @Override
    public List<DetectedFace> detect(Photo photo) {
        return faces;
    }

    @Override
    public AgeStrip age(
            Photo photo, DetectedFace face, Search search, Consumer<SearchStep> progress, BooleanSupplier stop) {
        Face original = crop(photo, face.box());
        int iterations = search == Search.Z0 ? 0 : ITERATIONS;
        for (int i = 0; i <= iterations; i++) {
            if (stop.getAsBoolean()) {
                throw new CancellationException();
            }
            progress.accept(new SearchStep(i, iterations, 1.2 * Math.exp(-i / 30.0), blend(original, i / 100f)));
            sleep();
        }
        List<AgedFace> columns = AgeGroup.ALL.stream()
                .map(group -> new AgedFace(
                        group,
                        tint(original, group),
                        group.youngest() + 6.3,
                        0.42 + 0.08 * Math.abs(group.ordinal() - 1),
                        530))
                .toList();
        Similarity toPhoto = new Similarity(
                face.box().width() / Face.SIDE, 0, face.box().x(), face.box().y());
        return new AgeStrip(new AlignedFace(original, face, toPhoto), 27.4, columns, 3200);
    }

    /** Faces stay where they are, and z is the face itself. */
    @Override
    public LiveNetworks live() {
        return new LiveNetworks() {
            @Override
            public List<DetectedFace> glance(Photo frame) {
                return faces;
            }

            @Override
            public FaceLocation locate(Photo frame, DetectedFace face) {
                FaceBox box = face.box();
                double[] landmarks = new double[2 * FaceLandmarks.POINTS];
                for (int i = 0; i < landmarks.length; i += 2) {
                    landmarks[i] = box.x() + box.width() * (0.2 + 0.6 * i / landmarks.length);
                    landmarks[i + 1] = box.y() + box.height() / 2;
                }
                return new FaceLocation(new Similarity(box.width(), 0, box.x(), box.y()), landmarks);
            }

            @Override
            public FaceLocation follow(Photo frame, FaceLocation before) {
                return before;
            }

            @Override
            public Face cut(Photo frame, FaceLocation location) {
                return crop(frame, location.box());
            }

            @Override
            public List<float[]> approximate(List<Face> originals) {
                return originals.stream().map(face -> face.pixels().clone()).toList();
            }

            @Override
            public List<List<Face>> generate(List<float[]> z) {
                sleep();
                return z.stream()
                        .map(pixels -> AgeGroup.ALL.stream()
                                .map(group -> tint(new Face(pixels), group))
                                .toList())
                        .toList();
            }
        };
    }

    private void sleep() {
        try {
            Thread.sleep(millisecondsAnIteration);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the networks' thread is never interrupted", e);
        }
    }

    private static Face crop(Photo photo, FaceBox box) {
        float[] pixels = new float[Face.LENGTH];
        for (int i = 0; i < Face.SIDE * Face.SIDE; i++) {
            int x = clamp(box.x() + (i % Face.SIDE + 0.5) * box.width() / Face.SIDE, photo.width());
            int row = i / Face.SIDE;
            int y = clamp(box.y() + (row + 0.5) * box.height() / Face.SIDE, photo.height());
            for (int channel = 0; channel < 3; channel++) {
                int value = photo.rgb()[3 * (y * photo.width() + x) + channel] & 0xFF;
                pixels[channel * Face.SIDE * Face.SIDE + i] = value / 127.5f - 1;
            }
        }
        return new Face(pixels);
    }

    private static int clamp(double value, int size) {
        return (int) Math.max(0, Math.min(size - 1, value));
    }

    private static Face blend(Face face, float share) {
        float[] pixels = new float[Face.LENGTH];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = face.pixels()[i] * Math.min(1, 0.3f + share);
        }
        return new Face(pixels);
    }

    private static Face tint(Face face, AgeGroup group) {
        float warm = (2.5f - group.ordinal()) * 0.06f;
        float[] pixels = face.pixels().clone();
        int plane = Face.SIDE * Face.SIDE;
        for (int i = 0; i < plane; i++) {
            pixels[i] += warm;
            pixels[2 * plane + i] -= warm;
        }
        return new Face(pixels);
    }
}
