package io.github.agefold.evaluation;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.DatasetException;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.evaluation.EvaluationReport.Group;
import io.github.agefold.evaluation.EvaluationReport.Method;
import io.github.agefold.evaluation.EvaluationReport.Real;
import io.github.agefold.face.Face;
import io.github.agefold.network.FaceRecognizer;
import io.github.agefold.network.NativeMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Measures weights on faces: every method on every face. */
final class Evaluation {
    private static final int BATCH = 8;

    /** Kernel distances are between this many faces at most: their cost grows with the square. */
    private static final int MOST_FEATURES = 1000;

    private final EvaluationNetworks networks;
    private final List<Judge> judges;
    private final TestFaces faces;
    private final Consumer<EvaluationProgress> progress;
    private final BooleanSupplier stop;
    private final List<AgingMethod> methods;
    private final List<Subject> subjects = new ArrayList<>();
    private int done;

    private Evaluation(
            EvaluationNetworks networks,
            List<Judge> judges,
            TestFaces faces,
            Consumer<EvaluationProgress> progress,
            BooleanSupplier stop) {
        this.networks = networks;
        this.judges = judges;
        this.faces = faces;
        this.progress = progress;
        this.stop = stop;
        this.methods = networks.methods();
    }

    /**
     * @param judges the networks' own, perhaps with other thresholds
     * @param set read with {@code options.split()} in mind: all of its faces may be chosen
     * @param progress told of each face and method, on the calling thread
     * @param stop asked between pieces of work, a few tenths of a second apart
     * @return figures, and the faces that show them best and worst
     * @throws DatasetException if there is no face, or the weights were trained on them
     * @throws CancellationException if {@code stop} said so
     */
    static EvaluationResult run(
            EvaluationNetworks networks,
            List<Judge> judges,
            FaceSet set,
            EvaluationOptions options,
            Consumer<EvaluationProgress> progress,
            BooleanSupplier stop)
            throws DatasetException {
        TestFaces faces = TestFaces.choose(set.faces(), networks.trainedOn(), options);
        try {
            return new Evaluation(networks, judges, faces, progress, stop).measure();
        } finally {
            NativeMemory.free();
        }
    }

    private EvaluationResult measure() {
        long begin = System.nanoTime();
        List<float[]> chosen = new ArrayList<>();
        int found = 0;
        for (Batch batch : batches(faces.chosen())) {
            for (int i = 0; i < batch.faces().size(); i++) {
                LabelledFace face = batch.faces().get(i);
                float[][] embeddings = new float[judges.size()][];
                for (int j = 0; j < embeddings.length; j++) {
                    embeddings[j] = batch.looks().embeddings()[j][i];
                }
                subjects.add(new Subject(
                        face,
                        Attributes.of(face.name()),
                        embeddings,
                        batch.looks().ages()[i],
                        batch.looks().sharpness()[i]));
                chosen.add(batch.looks().features()[i]);
                found += batch.looks().found()[i] ? 1 : 0;
            }
        }
        List<float[]> others = new ArrayList<>();
        for (Batch batch : batches(faces.others())) {
            others.addAll(List.of(batch.looks().features()));
        }
        Double chance = others.size() < 2 || chosen.size() < 2 ? null : KernelDistance.between(chosen, others);
        Real real = real((double) found / subjects.size(), chance);
        List<Method> figures = new ArrayList<>();
        List<Integer> order = List.of();
        for (AgingMethod method : methods) {
            List<float[]> features = new ArrayList<>();
            List<Outcome> outcomes = new ArrayList<>();
            for (Subject subject : subjects) {
                tell(method.label());
                outcomes.add(outcome(method, subject, features));
                NativeMemory.free();
            }
            Figures sum = new Figures(judges, subjects, outcomes);
            figures.add(method(method, sum, distance(features, others.size() < 2 ? chosen : others), real));
            if (!method.id().equals(AgingMethod.PROTOTYPE)) {
                order = sum.bestFirst();
            }
        }
        List<Example> examples = examples(order);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new EvaluationResult(judges, real, figures, examples, faces, seconds);
    }

    private record Batch(List<LabelledFace> faces, Looks looks) {}

    private List<Batch> batches(List<LabelledFace> real) {
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < real.size(); from += BATCH) {
            List<LabelledFace> some = real.subList(from, Math.min(from + BATCH, real.size()));
            batches.add(new Batch(some, networks.look(stack(some))));
            for (int i = 0; i < some.size(); i++) {
                tell("real faces");
            }
            NativeMemory.free();
        }
        return batches;
    }

    private static INDArray stack(List<LabelledFace> some) {
        INDArray[] arrays = some.stream().map(f -> array(f.face())).toArray(INDArray[]::new);
        return Nd4j.concat(0, arrays);
    }

    private static INDArray array(Face face) {
        return Nd4j.createFromArray(face.pixels()).reshape(1, 3, Face.SIDE, Face.SIDE);
    }

    private void tell(String phase) {
        if (stop.getAsBoolean()) {
            throw new CancellationException("the evaluation was stopped");
        }
        int all = faces.chosen().size() * (1 + methods.size()) + faces.others().size();
        progress.accept(new EvaluationProgress(phase, done++, all));
    }

    private Real real(double found, @Nullable Double chance) {
        AgeFigures.Sum age = new AgeFigures.Sum();
        subjects.forEach(s -> age.add(s.group(), s.estimatedAge()));
        List<Group> groups = new ArrayList<>();
        for (AgeGroup group : AgeGroup.ALL) {
            List<Subject> members =
                    subjects.stream().filter(s -> s.group() == group).toList();
            if (!members.isEmpty()) {
                groups.add(new Group(
                        group.id(),
                        members.size(),
                        members.stream()
                                .mapToDouble(s -> s.face().age())
                                .average()
                                .orElseThrow(),
                        members.stream()
                                .mapToDouble(Subject::estimatedAge)
                                .average()
                                .orElseThrow(),
                        (double) members.stream()
                                        .filter(s -> s.estimatedGroup() == group)
                                        .count()
                                / members.size()));
            }
        }
        double error = subjects.stream()
                .mapToDouble(s -> Math.abs(s.estimatedAge() - s.face().age()))
                .average()
                .orElseThrow();
        return new Real(age.figures(), found, error, groups, chance);
    }

    private Outcome outcome(AgingMethod method, Subject subject, List<float[]> features) {
        long begin = System.nanoTime();
        INDArray columns = method.columns().of(subject.face().face(), subject.group(), stop);
        double seconds = (System.nanoTime() - begin) / 1e9;
        int own = subject.group().ordinal();
        double norm = columns.slice(own)
                .sub(array(subject.face().face()).slice(0))
                .norm2Number()
                .doubleValue();
        if (!Double.isFinite(columns.sumNumber().doubleValue())) {
            return Outcome.failed(judges.size());
        }
        Looks looks = networks.look(columns);
        double[][] distances = new double[judges.size()][AgeGroup.COUNT];
        double[] ages = new double[AgeGroup.COUNT];
        double sharpness = 0;
        boolean all = faces.chosen().size() * AgeGroup.COUNT <= MOST_FEATURES;
        for (int c = 0; c < AgeGroup.COUNT; c++) {
            for (int j = 0; j < distances.length; j++) {
                distances[j][c] = FaceRecognizer.distance(subject.embeddings()[j], looks.embeddings()[j][c]);
            }
            ages[c] = looks.ages()[c];
            sharpness += looks.sharpness()[c] / AgeGroup.COUNT;
            // of many faces, each gives a column in turn
            if (all || (features.size() < MOST_FEATURES && c == done % AgeGroup.COUNT)) {
                features.add(looks.features()[c]);
            }
        }
        return new Outcome(distances, ages, looks.found(), norm * norm / Face.LENGTH, sharpness, seconds);
    }

    private static @Nullable Double distance(List<float[]> features, List<float[]> real) {
        return features.size() < 2 || real.size() < 2
                ? null
                : KernelDistance.between(features, real.subList(0, Math.min(real.size(), MOST_FEATURES)));
    }

    private static Method method(AgingMethod method, Figures sum, @Nullable Double kernelDistance, Real real) {
        AgeFigures age = sum.age();
        return new Method(
                method.id(),
                method.label(),
                sum.secondsPerFace(),
                sum.failures(),
                sum.reconstruction(),
                sum.psnr(),
                sum.sharpness(),
                kernelDistance,
                age,
                real.age().accuracy() - age.accuracy(),
                sum.columns(),
                sum.split());
    }

    /** The two best, two in the middle, the two worst; a small set shows what it has. */
    private List<Example> examples(List<Integer> order) {
        List<Example> examples = new ArrayList<>();
        int middle = order.size() / 2;
        int[] places = {0, 1, middle, middle + 1, order.size() - 2, order.size() - 1};
        String[] ranks = {"best", "second best", "median", "next to the median", "second worst", "worst"};
        int last = -1;
        for (int i = 0; i < places.length; i++) {
            if (places[i] > last && places[i] < order.size()) {
                last = places[i];
                examples.add(example(ranks[i], subjects.get(order.get(last))));
            }
        }
        return examples;
    }

    private Example example(String rank, Subject subject) {
        List<Example.Strip> strips = new ArrayList<>();
        for (AgingMethod method : methods) {
            INDArray columns = method.columns().of(subject.face().face(), subject.group(), stop);
            List<Face> made = new ArrayList<>();
            for (int c = 0; c < AgeGroup.COUNT; c++) {
                made.add(new Face(columns.slice(c).dup('c').data().asFloat()));
            }
            strips.add(new Example.Strip(method.label(), made));
        }
        return new Example(rank, subject.face(), strips);
    }
}
