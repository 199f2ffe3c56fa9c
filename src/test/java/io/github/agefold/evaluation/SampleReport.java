package io.github.agefold.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A report over synthetic faces, without networks. */
public final class SampleReport {
    private static final List<Judge> JUDGES = List.of(
            new Judge("FaceNet", false, 0.6, 0.734, "the network's own"),
            new Judge("FaceRes", true, 0.978, 1.085, "as many impostors accepted as by FaceNet"));

    private SampleReport() {}

    /** Of two methods, one that is accepted half of the time and one, named prototype, that fails on every face. */
    public static EvaluationReport of(boolean trainedOnKnown) {
        List<Subject> subjects = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<Outcome> failures = new ArrayList<>();
        for (var face : SyntheticFaces.ofEachGroup(2)) {
            double distance = subjects.size() % 2 == 0 ? 0.5 : 0.7;
            double[][] distances = new double[2][6];
            Arrays.fill(distances[0], distance);
            Arrays.fill(distances[1], 1.0);
            boolean[] found = {true, true, true, true, true, true};
            subjects.add(new Subject(face, Attributes.of(face.name()), new float[2][], face.age() + 2, 0.5));
            outcomes.add(new Outcome(distances, new double[] {12, 24, 33, 44, 52, 61}, found, 0.04, 0.25, 0.3));
            failures.add(Outcome.failed(2));
        }
        AgeFigures.Sum age = new AgeFigures.Sum();
        subjects.forEach(s -> age.add(s.group(), s.estimatedAge()));
        EvaluationReport.Real real = new EvaluationReport.Real(
                age.figures(), 1, 2, List.of(new EvaluationReport.Group("0-18", 2, 3, 5, 1)), 0.001);
        return new EvaluationReport(
                new EvaluationReport.Run(
                        "0.1.0",
                        "2026-01-01T00:00:00Z",
                        EvaluationOptions.defaults(),
                        "faces <&> more.zip",
                        subjects.size(),
                        "00ff",
                        Map.of("broken.jpg", "it is cut off"),
                        List.of("twin.jpg"),
                        "weights",
                        Map.of("generator.safetensors", "1234"),
                        trainedOnKnown,
                        12.5),
                JUDGES,
                real,
                List.of(
                        method("z0", "z0", new Figures(JUDGES, subjects, outcomes)),
                        method("prototype", "prototype", new Figures(JUDGES, subjects, failures))));
    }

    private static EvaluationReport.Method method(String id, String label, Figures figures) {
        return new EvaluationReport.Method(
                id,
                label,
                figures.secondsPerFace(),
                figures.failures(),
                figures.reconstruction(),
                figures.psnr(),
                figures.sharpness(),
                null,
                figures.age(),
                0.25,
                figures.columns(),
                figures.split());
    }
}
