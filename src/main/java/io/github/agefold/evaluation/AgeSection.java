package io.github.agefold.evaluation;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.evaluation.EvaluationReport.Method;
import java.util.ArrayList;
import java.util.List;

/** The report's tables of how old faces look. */
final class AgeSection {
    private final EvaluationReport report;

    AgeSection(EvaluationReport report) {
        this.report = report;
    }

    void addTo(HtmlPage page) {
        page.section(
                "Age",
                "The estimator's six-group accuracy, each group weighing the same, on these faces and on what the methods made of them."
                        + " \"Missed by\" is by how many years an estimate lies outside the wanted group, on average. The paper reports a"
                        + " drop of 17 % from real to generated faces, by another estimator. The estimator itself is wrong about real"
                        + " faces, and training made use of it: read the drop with that in mind.");
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
        page.table(table);
        page.subsection("The estimator's own bias on the real faces");
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
        page.table(bias);
        page.paragraph("Mean absolute error on real faces: "
                + Texts.number("%.2f", report.real().meanAbsoluteError()) + " years. The detector finds a face in "
                + Texts.finePercent(report.real().found()) + " of them.");
        page.subsection("Confusion: wanted group (rows), group that it looks like (columns)");
        page.html("<div class='matrices'>");
        page.table(matrix("real", report.real().age()));
        report.methods().forEach(m -> page.table(matrix(m.label(), m.age())));
        page.html("</div>");
    }

    private static HtmlTable matrix(String name, AgeFigures age) {
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
        return table;
    }
}
