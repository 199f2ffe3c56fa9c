package io.github.agefold.evaluation;

import static io.github.agefold.evaluation.HtmlTable.escape;

import io.github.agefold.evaluation.EvaluationReport.Acceptance;
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
    private final HtmlPage page = new HtmlPage();

    HtmlReport(EvaluationReport report, List<Example> examples) {
        this.report = report;
        this.examples = examples;
    }

    String page() throws IOException {
        page.html("<!doctype html><html lang='en'><head><meta charset='utf-8'>")
                .html("<meta name='viewport' content='width=device-width, initial-scale=1'>")
                .html("<title>Agefold: evaluation</title><style>")
                .html(style())
                .html("</style></head><body>");
        head();
        identity();
        new ColumnsSection(report).addTo(page);
        new AgeSection(report).addTo(page);
        quality();
        split();
        page.html(ExampleStrips.html(examples));
        foot();
        return page.html("</body></html>\n").toString();
    }

    private static String style() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void head() {
        Run run = report.run();
        page.html("<h1>How well these weights age</h1><p class='quiet'>")
                .html(run.faces() + " faces of " + escape(run.data()) + " ("
                        + part(run.options().split()) + "), weights in " + escape(run.weights()) + ", seed "
                        + run.options().seed() + "; Agefold " + escape(run.version()) + ", " + escape(run.created()))
                .html("</p>");
        trainedOn(run);
        if (!run.refused().isEmpty()) {
            page.warning(run.refused().size()
                    + " pictures of this part could not be read and are in no table; report.json names them.");
        }
    }

    private void trainedOn(Run run) {
        if (!run.trainedOnKnown()) {
            page.warning(
                    "These weights do not tell what they were trained on: some of these faces may have been among it, and"
                            + " then the figures are too good.");
            return;
        }
        page.paragraph(
                "None of these faces is among those that the weights were trained on, by the hashes beside them.");
        if (!run.trainedOn().isEmpty()) {
            page.warning(run.trainedOn().size()
                    + " of this part's faces were left out: the weights were trained on them, under other names."
                    + " report.json names them.");
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
        page.section(
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
        page.table(table);
        page.paragraph("Prototyping leaves a face at its own age as it is: its first row says nothing.");
    }

    private void quality() {
        page.section(
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
        page.table(table);
    }

    private void split() {
        if (report.methods().get(0).split().isEmpty()) {
            return;
        }
        page.section(
                "Fairness",
                "The same by what the set tells of the persons, in the set's own words. Few faces make uncertain shares: look at their number.");
        for (Method method : report.methods()) {
            page.subsection(method.label());
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
            page.table(table);
        }
    }

    private void foot() {
        page.section("What was measured with what", "");
        HtmlTable thresholds = new HtmlTable(List.of("judge", "one person", "at two ages", "threshold from"));
        report.judges()
                .forEach(j -> thresholds.row(List.of(
                        j.name(),
                        Texts.number("%.3f", j.samePerson()),
                        Texts.number("%.3f", j.crossAge()),
                        j.thresholdFrom())));
        page.table(thresholds);
        page.html("<p class='quiet'>Measured in "
                + Texts.number("%.0f", report.run().seconds())
                + " s. SHA-256 of the faces: <code>"
                + report.run().facesHash() + "</code></p><p class='quiet'>");
        report.run()
                .weightsHashes()
                .forEach((file, hash) -> page.html(escape(file) + " <code>" + escape(hash) + "</code><br>"));
        page.html("</p>");
    }
}
