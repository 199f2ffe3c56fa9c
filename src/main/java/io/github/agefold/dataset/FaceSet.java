package io.github.agefold.dataset;

import io.github.agefold.age.AgeGroup;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Labelled faces to learn from or to measure on.
 *
 * @param faces in the order of their names
 * @param refused what was left out: a file's name and why
 */
public record FaceSet(List<LabelledFace> faces, Map<String, String> refused) {
    public FaceSet {
        faces = List.copyOf(faces);
        refused = Map.copyOf(refused);
    }

    /** How many entries were refused for each reason, the most frequent first. */
    public Map<String, Integer> countByReason() {
        Map<String, Integer> counts =
                refused.values().stream().collect(Collectors.groupingBy(r -> r, Collectors.summingInt(r -> 1)));
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    /** The faces of one part, in order. */
    public List<LabelledFace> of(Split split) {
        return faces.stream().filter(f -> Split.of(f.name()) == split).toList();
    }

    /** How many faces each group has; a group without any is there with 0. */
    public static Map<AgeGroup, Integer> countByGroup(Collection<LabelledFace> faces) {
        Map<AgeGroup, Integer> counts = new EnumMap<>(AgeGroup.class);
        AgeGroup.ALL.forEach(g -> counts.put(g, 0));
        counts.putAll(
                faces.stream().collect(Collectors.groupingBy(LabelledFace::group, Collectors.summingInt(f -> 1))));
        return counts;
    }
}
