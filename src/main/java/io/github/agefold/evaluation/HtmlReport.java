package io.github.agefold.evaluation;

import static io.github.agefold.evaluation.HtmlTable.escape;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.evaluation.EvaluationReport.Acceptance;
import io.github.agefold.evaluation.EvaluationReport.Column;
import io.github.agefold.evaluation.EvaluationReport.Method;
import io.github.agefold.evaluation.EvaluationReport.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A report as a page that needs nothing beside itself: no file, no script, no network. */
final class HtmlReport {
    private final EvaluationReport report;
    private final List<Example> examples;
    private final StringBuilder page = new StringBuilder();

    HtmlReport(EvaluationReport report, List<Example> examples) {
        this.report = report;
        this.examples = examples;
    }

    String page() throws IOException {
        page.append("<!doctype html><html lang='en'><head><meta charset='utf-8'>")
                .append("<meta name='viewport' content='width=device-width, initial-scale=1'>")
                .append("<title>Agefold: evaluation</title><style>")
                .append(style())
                .append("</style></head><body>");
        head();
        identity();
        columns();
        age();
        quality();
        split();
        page.append(ExampleStrips.html(examples));
        foot();
        return page.append("</body></html>\n").toString();
    }

    private static String style() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void head() {
        Run run = report.run();
        page.append("<h1>How well these weights age</h1><p class='quiet'>")
                .append(run.faces() + " faces of " + escape(run.data()) + " ("
                        + part(run.options().split()) + "), weights in " + escape(run.weights()) + ", seed "
                        + run.options().seed() + "; Agefold " + escape(run.version()) + ", " + escape(run.created()))
                .append("</p>");
        if (run.trainedOnKnown()) {
            paragraph(
                    "None of these faces is among those that the weights were trained on, by the hashes beside them.");
            if (!run.trainedOn().isEmpty()) {
                page.append("<p class='warning'>" + run.trainedOn().size()
                        + " of this part's faces were left out: the weights were trained on them, under other names."
                        + " report.json names them.</p>");
            }
        } else {
            page.append(
                            "<p class='warning'>These weights do not tell what they were trained on: some of these faces may have")
                    .append(" been among it, and then the figures are too good.</p>");
        }
        if (!run.refused().isEmpty()) {
            page.append("<p class='warning'>" + run.refused().size()
                    + " pictures of this part could not be read and are in no table; report.json names them.</p>");
        }
    }

    private static String part(Part part) {
        return switch (part) {
            case VALIDATION -> "validation part";
            case TEST -> "test part";
            case ALL -> "all of it";
        };
    }

    private void identity() {
        section(
                "Identity: the person comes back",
                "Each face is reconstructed at its own age; the share that a face recogniser takes for the same person."
                        + " FaceNet is also what the identity search and training make use of, so it is partial;"
                        + " FaceRes judges and never optimised anything. The paper's figures are by OpenFace on other data.");
        List<String> head = new ArrayList<>(List.of("method"));
        for (Judge judge : report.judges()) {
            head.add(judge.name() + ", accepted below " + Texts.number("%.3f", judge.samePerson()));
            head.add("mean distance");
        }
        head.addAll(List.of("the paper's", "failures", "seconds a face"));
        HtmlTable table = new HtmlTable(head);
        for (Method method : report.methods()) {
            List<String> row = new ArrayList<>(List.of(method.label()));
            for (Acceptance acceptance : method.reconstruction().values()) {
                row.add(Texts.finePercent(acceptance.samePerson()));
                row.add(Texts.number("%.3f", acceptance.meanDistance()));
            }
            row.add(SummaryTables.PAPER.getOrDefault(method.id(), Texts.NOTHING));
            row.add(Integer.toString(method.failures()));
            row.add(Texts.number("%.2f", method.secondsPerFace()));
            table.row(row);
        }
        page.append(table.html());
        paragraph("Prototyping leaves a face at its own age as it is: its first row says nothing.");
    }

    private void columns() {
        section(
                "Identity and age together: the six columns of the strip",
                "Over all faces in every column. \"Accepted\" is by the threshold for one person at two ages. A strip that does not age"
                        + " keeps its person, and one that shows somebody else can have any age: \"both\" is what counts.");
        page.append("<div class='plots'>");
        for (Judge judge : report.judges()) {
            page.append(plot("Looks the age and is accepted by " + judge.name(), judge.name()));
        }
        page.append(agePlot()).append("</div>");
        for (Method method : report.methods()) {
            page.append("<h3>").append(escape(method.label())).append("</h3>");
            List<String> head = new ArrayList<>(List.of("column", "face found", "estimated age", "looks the age"));
            for (Judge judge : report.judges()) {
                head.add(judge.name() + " < " + Texts.number("%.3f", judge.samePerson()));
                head.add(judge.name() + " < " + Texts.number("%.3f", judge.crossAge()));
                head.add("both, " + judge.name());
            }
            HtmlTable table = new HtmlTable(head);
            for (Column column : method.columns()) {
                List<String> row = new ArrayList<>(List.of(
                        column.group(),
                        Texts.percent(column.found()),
                        Texts.number("%.1f", column.estimatedAge()),
                        Texts.percent(column.inGroup())));
                column.acceptance().forEach((judge, acceptance) -> {
                    row.add(Texts.percent(acceptance.samePerson()));
                    row.add(Texts.percent(acceptance.crossAge()));
                    row.add(Texts.percent(column.both().get(judge)));
                });
                table.row(row);
            }
            page.append(table.html());
        }
    }

    private String plot(String title, String judge) {
        List<SvgPlot.Line> lines = new ArrayList<>();
        for (Method method : report.methods()) {
            lines.add(line(
                    method,
                    method.columns().stream()
                            .map(c -> 100 * c.both().get(judge))
                            .toList()));
        }
        return SvgPlot.of(title, groups(), List.of(), lines, 100, 25, " %");
    }

    private String agePlot() {
        List<double[]> bands = AgeGroup.ALL.stream()
                .map(g -> new double[] {
                    g.youngest(),
                    g == AgeGroup.FROM_60
                            ? 90
                            : AgeGroup.ALL.get(g.ordinal() + 1).youngest()
                })
                .toList();
        List<SvgPlot.Line> lines = new ArrayList<>();
        for (Method method : report.methods()) {
            List<Double> ages = new ArrayList<>();
            method.columns().forEach(c -> ages.add(c.estimatedAge() == null ? Double.NaN : c.estimatedAge()));
            lines.add(line(method, ages));
        }
        return SvgPlot.of("Mean estimated age; grey: the wanted one", groups(), bands, lines, 90, 15, "");
    }

    private SvgPlot.Line line(Method method, List<Double> values) {
        return new SvgPlot.Line(escape(method.label()), "c" + report.methods().indexOf(method) % 6, values);
    }

    private static List<String> groups() {
        return AgeGroup.ALL.stream().map(AgeGroup::label).toList();
    }

    private void age() {
        section(
                "Age",
                "The estimator's six-group accuracy on these faces and on what the methods made of them. \"Missed by\" is by how many years"
                        + " an estimate lies outside the wanted group, on average. The paper reports a drop of 17 % from real to"
                        + " generated faces, by another estimator. The estimator itself is wrong about real faces, and training made use"
                        + " of it: read the drop with that in mind.");
        HtmlTable table = new HtmlTable(List.of("faces", "accuracy", "drop from real", "missed by, years"));
        table.row(List.of(
                "real",
                Texts.finePercent(report.real().age().accuracy()),
                Texts.NOTHING,
                Texts.number("%.2f", report.real().age().meanMiss())));
        for (Method method : report.methods()) {
            table.row(List.of(
                    method.label(),
                    Texts.finePercent(method.age().accuracy()),
                    Texts.number("%.1f points", 100 * method.drop()),
                    Texts.number("%.2f", method.age().meanMiss())));
        }
        page.append(table.html()).append("<h3>The estimator's own bias on the real faces</h3>");
        HtmlTable bias = new HtmlTable(List.of("group", "faces", "mean age", "mean estimate", "bias", "accuracy"));
        report.real()
                .groups()
                .forEach(g -> bias.row(List.of(
                        g.group(),
                        Integer.toString(g.faces()),
                        Texts.number("%.1f", g.age()),
                        Texts.number("%.1f", g.estimatedAge()),
                        Texts.number("%+.1f", g.estimatedAge() - g.age()),
                        Texts.percent(g.accuracy()))));
        page.append(bias.html());
        paragraph("Mean absolute error on real faces: "
                + Texts.number("%.2f", report.real().meanAbsoluteError()) + " years. The detector finds a face in "
                + Texts.finePercent(report.real().found()) + " of them.");
        page.append(
                "<h3>Confusion: wanted group (rows), group that it looks like (columns)</h3><div class='matrices'>");
        matrix("real", report.real().age());
        report.methods().forEach(m -> matrix(m.label(), m.age()));
        page.append("</div>");
    }

    private void matrix(String name, AgeFigures age) {
        List<String> head = new ArrayList<>(List.of(name));
        AgeGroup.ALL.forEach(g -> head.add(g.label()));
        head.add("no face");
        HtmlTable table = new HtmlTable(head);
        for (AgeGroup group : AgeGroup.ALL) {
            List<String> row = new ArrayList<>(List.of(group.label()));
            for (int count : age.confusion()[group.ordinal()]) {
                row.add(Integer.toString(count));
            }
            table.row(row);
        }
        page.append(table.html());
    }

    private void quality() {
        section(
                "Picture quality",
                "PSNR of the reconstructions; sharpness (mean squared Laplacian) of all columns as a share of the real faces'; and the kernel"
                        + " inception distance of all columns from other real faces, smaller being more alike, on FaceRes's features. Those"
                        + " are trained on faces and at hand; the distances compare with each other alone.");
        HtmlTable table = new HtmlTable(List.of("faces", "PSNR", "sharpness", "kernel distance"));
        table.row(List.of(
                "real, from other real ones",
                Texts.NOTHING,
                "100 %",
                Texts.number("%.4f", report.real().kernelDistance())));
        for (Method method : report.methods()) {
            table.row(List.of(
                    method.label(),
                    Texts.number("%.1f dB", method.psnr()),
                    method.sharpness() == null ? Texts.NOTHING : Texts.percent(method.sharpness()),
                    Texts.number("%.4f", method.kernelDistance())));
        }
        page.append(table.html());
    }

    private void split() {
        if (report.methods().get(0).split().isEmpty()) {
            return;
        }
        section(
                "Fairness",
                "The same by what the set tells of the persons, in the set's own words. Few faces make uncertain shares: look at their number.");
        for (Method method : report.methods()) {
            page.append("<h3>").append(escape(method.label())).append("</h3>");
            List<String> head = new ArrayList<>(List.of("persons", "faces", "estimator's error on the photos, years"));
            report.judges().forEach(j -> head.add("own age accepted, " + j.name()));
            head.addAll(List.of("looks the age", "missed by, years"));
            report.judges().forEach(j -> head.add("both, " + j.name()));
            HtmlTable table = new HtmlTable(head);
            method.split().forEach(a -> {
                List<String> row = new ArrayList<>(List.of(
                        a.attribute() + ": " + a.value(),
                        Integer.toString(a.faces()),
                        Texts.number("%.1f", a.realAgeError())));
                a.reconstructed().values().forEach(v -> row.add(Texts.percent(v)));
                row.add(Texts.percent(a.inGroup()));
                row.add(Texts.number("%.1f", a.meanMiss()));
                a.both().values().forEach(v -> row.add(Texts.percent(v)));
                table.row(row);
            });
            page.append(table.html());
        }
    }

    private void foot() {
        section("What was measured with what", "");
        HtmlTable thresholds = new HtmlTable(List.of("judge", "one person", "at two ages", "threshold from"));
        report.judges()
                .forEach(j -> thresholds.row(List.of(
                        j.name(),
                        Texts.number("%.3f", j.samePerson()),
                        Texts.number("%.3f", j.crossAge()),
                        j.thresholdFrom())));
        page.append(thresholds.html());
        page.append("<p class='quiet'>Measured in "
                + Texts.number("%.0f", report.run().seconds())
                + " s. SHA-256 of the faces: <code>"
                + report.run().facesHash() + "</code></p><p class='quiet'>");
        report.run()
                .weightsHashes()
                .forEach((file, hash) -> page.append(escape(file) + " <code>" + escape(hash) + "</code><br>"));
        page.append("</p>");
    }

    private void section(String heading, String words) {
        page.append("<h2>").append(escape(heading)).append("</h2>");
        if (!words.isEmpty()) {
            paragraph(words);
        }
    }

    private void paragraph(String words) {
        page.append("<p class='quiet'>").append(escape(words)).append("</p>");
    }
}
