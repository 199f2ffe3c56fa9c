package io.github.agefold.evaluation;

import static io.github.agefold.evaluation.HtmlTable.escape;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.evaluation.EvaluationReport.Column;
import io.github.agefold.evaluation.EvaluationReport.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The report's tables and plots of the six target columns. */
final class ColumnsSection {
    private final EvaluationReport report;

    ColumnsSection(EvaluationReport report) {
        this.report = report;
    }

    void addTo(HtmlPage page) {
        page.section(
                "Identity and age together: the six columns of the strip",
                "Over all faces in every column. \"Accepted\" is by the threshold for one person at two ages. A strip that does not age"
                        + " keeps its person, and one that shows somebody else can have any age: \"both\" is what counts.");
        page.html("<div class='plots'>");
        for (Judge judge : report.judges()) {
            page.html(plot("Looks the age and is accepted by " + judge.name(), judge.name()));
        }
        page.html(agePlot()).html("</div>");
        for (Method method : report.methods()) {
            page.subsection(method.label());
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
                    row.add(Texts.percent(Objects.requireNonNull(column.both().get(judge))));
                });
                table.row(row);
            }
            page.table(table);
        }
    }

    private String plot(String title, String judge) {
        List<SvgPlot.Line> lines = new ArrayList<>();
        for (Method method : report.methods()) {
            lines.add(line(
                    method,
                    method.columns().stream()
                            .map(c -> 100 * Objects.requireNonNull(c.both().get(judge)))
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
}
