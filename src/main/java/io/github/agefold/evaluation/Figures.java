package io.github.agefold.evaluation;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.evaluation.EvaluationReport.Acceptance;
import io.github.agefold.evaluation.EvaluationReport.Attribute;
import io.github.agefold.evaluation.EvaluationReport.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Adds up what one method made of all faces: the denominator is always all of them. */
final class Figures {
    private static final double SMALLEST_NOISE = 1e-10;

    private final List<Judge> judges;
    private final List<Subject> subjects;
    private final List<Outcome> outcomes;

    /** @param outcomes one for each of the subjects, in their order */
    Figures(List<Judge> judges, List<Subject> subjects, List<Outcome> outcomes) {
        if (subjects.size() != outcomes.size() || subjects.isEmpty()) {
            throw new IllegalArgumentException(subjects.size() + " faces and " + outcomes.size() + " outcomes");
        }
        this.judges = judges;
        this.subjects = subjects;
        this.outcomes = outcomes;
    }

    int failures() {
        return (int) outcomes.stream().filter(Outcome::isFailure).count();
    }

    double secondsPerFace() {
        return outcomes.stream()
                .mapToDouble(Outcome::seconds)
                .filter(s -> !Double.isNaN(s))
                .average()
                .orElse(0);
    }

    /** At the person's own age. */
    Map<String, Acceptance> reconstruction() {
        return byJudge(j -> acceptance(j, i -> own(i)));
    }

    /** Peak signal-to-noise ratio of the reconstructions, from the mean of their squared errors; the peak is 2, from -1 to 1. */
    @Nullable
    Double psnr() {
        double squares = mean(i -> outcomes.get(i).squaredError());
        // prototyping leaves the own age as it is, but for rounding: no noise, no ratio
        return squares > SMALLEST_NOISE ? 10 * Math.log10(4 / squares) : null;
    }

    /** Of all columns, as a share of the photos'. */
    @Nullable
    Double sharpness() {
        double share = mean(i -> outcomes.get(i).sharpness())
                / mean(i -> subjects.get(i).sharpness());
        return Double.isFinite(share) ? share : null;
    }

    AgeFigures age() {
        return age(everyone());
    }

    private AgeFigures age(int[] faces) {
        AgeFigures.Sum sum = new AgeFigures.Sum();
        for (int i : faces) {
            for (AgeGroup group : AgeGroup.ALL) {
                if (outcomes.get(i).found()[group.ordinal()]) {
                    sum.add(group, outcomes.get(i).ages()[group.ordinal()]);
                } else {
                    sum.addNoFace(group);
                }
            }
        }
        return sum.figures();
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (AgeGroup group : AgeGroup.ALL) {
            int c = group.ordinal();
            columns.add(new Column(
                    group.id(),
                    share(i -> outcomes.get(i).found()[c]),
                    orNull(() -> mean(
                            i -> outcomes.get(i).found()[c] ? outcomes.get(i).ages()[c] : Double.NaN)),
                    share(i -> outcomes.get(i).inGroup(c)),
                    byJudge(j -> acceptance(j, i -> c)),
                    byJudge(j -> share(i -> both(j, i, c)))));
        }
        return columns;
    }

    /** By each value of each attribute that the set names; empty where it names none. */
    List<Attribute> split() {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        subjects.forEach(
                s -> s.attributes().forEach((name, value) -> values.computeIfAbsent(name, n -> new LinkedHashSet<>())
                        .add(value)));
        List<Attribute> split = new ArrayList<>();
        values.forEach((name, all) -> all.stream().sorted().forEach(value -> split.add(attribute(name, value))));
        return split;
    }

    private Attribute attribute(String name, String value) {
        int[] faces = IntStream.range(0, subjects.size())
                .filter(i -> value.equals(subjects.get(i).attributes().get(name)))
                .toArray();
        AgeFigures age = age(faces);
        return new Attribute(
                name,
                value,
                faces.length,
                IntStream.of(faces)
                        .mapToDouble(i -> Math.abs(subjects.get(i).estimatedAge()
                                - subjects.get(i).face().age()))
                        .average()
                        .orElseThrow(),
                byJudge(j -> share(faces, i -> outcomes.get(i)
                        .accepted(j, own(i), judges.get(j).samePerson()))),
                byJudge(j -> IntStream.range(0, AgeGroup.COUNT)
                        .mapToDouble(c -> share(faces, i -> both(j, i, c)))
                        .average()
                        .orElseThrow()),
                age.accuracy(),
                age.meanMiss());
    }

    /**
     * The faces from the one that the method served best to the one it served worst: by the columns that look their age and are accepted by
     * the last judge, then by the distance.
     */
    List<Integer> bestFirst() {
        int judge = judges.size() - 1;
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, subjects.size()).boxed().toList());
        Map<Integer, Double> merit = new LinkedHashMap<>();
        for (int i : order) {
            double distance = 0;
            int good = 0;
            for (int c = 0; c < AgeGroup.COUNT; c++) {
                good += both(judge, i, c) ? 1 : 0;
                distance += outcomes.get(i).distances()[judge][c] / AgeGroup.COUNT;
            }
            // a distance of unit vectors is at most 2
            merit.put(i, good - Math.min(distance, 2) / 2);
        }
        Collections.sort(order, (a, b) -> Double.compare(merit.getOrDefault(b, 0.0), merit.getOrDefault(a, 0.0)));
        return order;
    }

    private int own(int face) {
        return subjects.get(face).group().ordinal();
    }

    private boolean both(int judge, int face, int column) {
        return outcomes.get(face).inGroup(column)
                && outcomes.get(face).accepted(judge, column, judges.get(judge).crossAge());
    }

    private Acceptance acceptance(int judge, IntUnaryOperator column) {
        Judge j = judges.get(judge);
        return new Acceptance(
                share(i -> outcomes.get(i).accepted(judge, column.applyAsInt(i), j.samePerson())),
                share(i -> outcomes.get(i).accepted(judge, column.applyAsInt(i), j.crossAge())),
                orNull(() -> mean(i -> {
                    Outcome outcome = outcomes.get(i);
                    int c = column.applyAsInt(i);
                    return outcome.found()[c] ? outcome.distances()[judge][c] : Double.NaN;
                })));
    }

    private <T> Map<String, T> byJudge(IntFunction<T> figure) {
        Map<String, T> figures = new LinkedHashMap<>();
        for (int j = 0; j < judges.size(); j++) {
            figures.put(judges.get(j).name(), figure.apply(j));
        }
        return figures;
    }

    private int[] everyone() {
        return IntStream.range(0, subjects.size()).toArray();
    }

    private double share(IntPredicate condition) {
        return share(everyone(), condition);
    }

    private static double share(int[] faces, IntPredicate condition) {
        return (double) IntStream.of(faces).filter(condition).count() / faces.length;
    }

    /** Over the faces for which there is a value. */
    private double mean(IntToDoubleFunction value) {
        return IntStream.of(everyone())
                .mapToDouble(value)
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElse(Double.NaN);
    }

    private static @Nullable Double orNull(DoubleSupplier value) {
        double v = value.getAsDouble();
        return Double.isFinite(v) ? v : null;
    }
}
