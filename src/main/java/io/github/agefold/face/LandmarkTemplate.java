package io.github.agefold.face;

import io.github.agefold.network.FaceLandmarks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a face's landmarks lie in the networks' framing: their mean over UTKFace, whose chips dlib cut. Like dlib, alignment goes by
 * nose, eyes and upper lip, and not by jaw, brows and lower lip, which move with expression and age: so UTKFace's chips, aligned
 * anew, move least.
 */
final class LandmarkTemplate {
    private static final String RESOURCE = "utkface-landmarks.txt";

    /** Nose and eyes are 27 to 47, the upper lip's outer and inner edge 48 to 54 and 60 to 64. */
    private static final int[] STEADY = IntStream.concat(IntStream.rangeClosed(27, 54), IntStream.rangeClosed(60, 64))
            .toArray();

    private final double[] steady;

    /** @param points x and y of 68 landmarks in turn, as shares of the side */
    LandmarkTemplate(double[] points) {
        if (points.length != 2 * FaceLandmarks.POINTS) {
            throw new IllegalArgumentException("a face has 68 landmarks, got " + points.length + " numbers");
        }
        steady = steady(points);
    }

    /** The mean over UTKFace, which MeanLandmarks (a developer's program) found. */
    static LandmarkTemplate ofUtkFace() {
        try (InputStream in = LandmarkTemplate.class.getResourceAsStream(RESOURCE)) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            return new LandmarkTemplate(lines.stream()
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .mapToDouble(Double::parseDouble)
                    .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The framing that fits a face best.
     *
     * @param landmarks of the face in a photo, x and y of 68 points in turn
     * @return from the framing, 0 to 1, to the photo
     */
    Similarity framing(double[] landmarks) {
        return Similarity.fit(steady(landmarks), steady).inverse();
    }

    private static double[] steady(double[] points) {
        double[] some = new double[2 * STEADY.length];
        for (int i = 0; i < STEADY.length; i++) {
            some[2 * i] = points[2 * STEADY[i]];
            some[2 * i + 1] = points[2 * STEADY[i] + 1];
        }
        return some;
    }
}
