package io.github.agefold.face;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.network.FaceLandmarks;
import io.github.agefold.photo.Photo;
import io.github.agefold.photo.PhotoReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds the landmarks' mean places in UTKFace's framing, over the same number of chips of every age group.
 *
 * <pre>
 * mvn test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.github.agefold.face.MeanLandmarks \
 *     -Dexec.args="../shared/data/utkface.zip weights src/main/resources/io/github/agefold/face/utkface-landmarks.txt"
 * </pre>
 */
public final class MeanLandmarks {
    private static final int CHIPS_A_GROUP = 340;
    private static final long SEED = 68;

    private MeanLandmarks() {}

    /** @param args the archive of chips, the folder of weights, the file to write */
    public static void main(String[] args) throws IOException {
        FaceAligner aligner = new FaceAligner(FaceLandmarks.load(Path.of(args[1], "face-landmarks.safetensors")));
        List<double[]> found = new ArrayList<>();
        try (ZipFile chips = new ZipFile(args[0])) {
            for (ZipEntry entry : choose(chips)) {
                try (InputStream in = chips.getInputStream(entry)) {
                    found.add(landmarks(aligner, new PhotoReader().read(in, entry.getName())));
                }
            }
        }
        double[] mean = new double[2 * FaceLandmarks.POINTS];
        for (double[] landmarks : found) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += landmarks[i] / found.size();
            }
        }
        StringBuilder text = new StringBuilder("# Mean landmarks of " + found.size()
                + " UTKFace chips, the same number of each age group: x and y as shares of the side\n");
        for (int i = 0; i < mean.length; i += 2) {
            text.append(String.format(Locale.ROOT, "%.5f %.5f%n", mean[i], mean[i + 1]));
        }
        Files.writeString(Path.of(args[2]), text);
    }

    private static double[] landmarks(FaceAligner aligner, Photo chip) {
        try (PhotoPyramid pyramid = new PhotoPyramid(chip)) {
            double[] points = aligner.landmarks(pyramid, new Similarity(chip.width(), 0, 0, 0));
            for (int i = 0; i < points.length; i++) {
                points[i] /= chip.width();
            }
            return points;
        }
    }

    private static List<ZipEntry> choose(ZipFile chips) {
        Map<AgeGroup, List<ZipEntry>> groups = new EnumMap<>(AgeGroup.class);
        chips.stream().filter(entry -> entry.getName().matches("\\d+_.*\\.jpg")).forEach(entry -> {
            int age = Integer.parseInt(entry.getName().replaceFirst("_.*", ""));
            groups.computeIfAbsent(AgeGroup.of(age), group -> new ArrayList<>()).add(entry);
        });
        List<ZipEntry> chosen = new ArrayList<>();
        for (List<ZipEntry> group : groups.values()) {
            Collections.shuffle(group, new Random(SEED));
            chosen.addAll(group.subList(0, CHIPS_A_GROUP));
        }
        return chosen;
    }
}
