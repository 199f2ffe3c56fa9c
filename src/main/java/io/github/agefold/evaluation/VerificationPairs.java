package io.github.agefold.evaluation;

import io.github.agefold.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pairs of photos of one person and of two, in the layout of Labeled Faces in the Wild: a folder with {@code pairs.txt} and a folder a
 * person, in which {@code Name_0001.jpg} is the first photo. A line "Name 1 4" is a pair of one person, "Name 1 Other 2" one of two; the
 * first line, which counts, is read over.
 */
final class VerificationPairs {
    private VerificationPairs() {}

    /**
     * Two photos.
     *
     * @param genuine whether they show one person
     */
    record Pair(Path first, Path second, boolean genuine) {}

    /** @throws DatasetException if there is no pairs.txt, or a line of it is no pair */
    static List<Pair> read(Path folder) throws IOException {
        Path file = folder.resolve("pairs.txt");
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new DatasetException(
                    folder + " has no pairs.txt. Name a folder laid out as Labeled Faces in the Wild is.", e);
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                pairs.add(pair(folder, lines.get(i).strip().split("\\s+"), file + ", line " + (i + 1)));
            }
        }
        if (pairs.stream().allMatch(Pair::genuine) || pairs.stream().noneMatch(Pair::genuine)) {
            throw new DatasetException(file + " must have pairs of one person and pairs of two; it has " + pairs.size()
                    + " of one kind. Use a complete pairs.txt.");
        }
        return pairs;
    }

    private static Pair pair(Path folder, String[] words, String where) throws DatasetException {
        try {
            if (words.length == 3) {
                return new Pair(photo(folder, words[0], words[1]), photo(folder, words[0], words[2]), true);
            }
            if (words.length == 4) {
                return new Pair(photo(folder, words[0], words[1]), photo(folder, words[2], words[3]), false);
            }
        } catch (NumberFormatException e) {
            // said below: a number is missing just as a word may be
        }
        throw new DatasetException(
                where + " is no pair: \"" + String.join(" ", words) + "\". Wanted: Name 1 4, or Name 1 Other 2.");
    }

    private static Path photo(Path folder, String name, String number) {
        return folder.resolve(name).resolve(String.format(Locale.ROOT, "%s_%04d.jpg", name, Integer.parseInt(number)));
    }

    /**
     * The threshold that tells the most pairs apart.
     *
     * @param distances of the pairs
     * @param genuine which of them are of one person
     * @return halfway between two distances; accepted is what lies below
     */
    static double bestThreshold(double[] distances, boolean[] genuine) {
        List<Integer> order = new ArrayList<>();
        int right = 0;
        for (int i = 0; i < distances.length; i++) {
            order.add(i);
            // with nobody accepted, all pairs of two persons are told right
            right += genuine[i] ? 0 : 1;
        }
        order.sort((a, b) -> Double.compare(distances[a], distances[b]));
        int best = right;
        double threshold = distances[order.get(0)] / 2;
        for (int k = 0; k < order.size(); k++) {
            right += genuine[order.get(k)] ? 1 : -1;
            double here = distances[order.get(k)];
            double next = k + 1 < order.size() ? distances[order.get(k + 1)] : here + 1;
            if (right > best && next > here) {
                best = right;
                threshold = (here + next) / 2;
            }
        }
        return threshold;
    }
}
