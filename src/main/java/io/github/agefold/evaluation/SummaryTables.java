package io.github.agefold.evaluation;

import io.github.agefold.evaluation.EvaluationReport.Acceptance;
import io.github.agefold.evaluation.EvaluationReport.Column;
import io.github.agefold.evaluation.EvaluationReport.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The main figures in two small tables: what the command prints for a README, and the window shows. */
public final class SummaryTables {
    /** The paper's acceptance by OpenFace, Table 1, by the id of a method. */
    static final Map<String, String> PAPER = Map.of("z0", "53.2 %", "pixel", "59.8 %", "identity", "82.9 %");

    private static final String AGE = "looks the age";

    private SummaryTables() {}

    /**
     * A table of texts.
     *
     * @param rows the head first; all of one length
     */
    public record Table(String title, List<List<String>> rows) {}

    /** Both tables in Markdown. */
    public static String markdown(EvaluationReport report) {
        StringBuilder out = new StringBuilder();
        for (Table table : tables(report)) {
            List<String> head = new ArrayList<>(table.rows().get(0));
            head.set(0, table.title());
            line(out, head);
            line(out, Collections.nCopies(head.size(), "---"));
            table.rows().stream().skip(1).forEach(row -> line(out, row));
            out.append('\n');
        }
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Reconstruction at the own age; then identity and age, each and both at once, over the six target ages. */
    public static List<Table> tables(EvaluationReport report) {
        List<List<String>> own = new ArrayList<>();
        List<List<String>> targets = new ArrayList<>();
        List<String> ownHead = new ArrayList<>(List.of("method"));
        List<String> targetHead = new ArrayList<>(List.of("method", AGE));
        for (Judge judge : report.judges()) {
            ownHead.add("accepted, " + judge.name());
            targetHead.add("accepted, " + judge.name());
            targetHead.add("both, " + judge.name());
        }
        ownHead.addAll(List.of("the paper’s", "PSNR", "sharpness", "KID"));
        own.add(ownHead);
        own.add(real(
                ownHead,
                Map.of(
                        "sharpness",
                        "100 %",
                        "KID",
                        Texts.number("%.4f", report.real().kernelDistance()))));
        targets.add(targetHead);
        targets.add(
                real(targetHead, Map.of(AGE, Texts.percent(report.real().age().accuracy()))));
        for (Method method : report.methods()) {
            own.add(own(method));
            targets.add(target(method, report.judges()));
        }
        return List.of(new Table("At the own age", own), new Table("Over the six target ages", targets));
    }

    /** What the photos themselves measure, to read the rest by. */
    private static List<String> real(List<String> head, Map<String, String> figures) {
        List<String> row = new ArrayList<>(List.of("real faces"));
        head.stream().skip(1).forEach(column -> row.add(figures.getOrDefault(column, Texts.NOTHING)));
        return row;
    }

    private static List<String> own(Method method) {
        List<String> row = new ArrayList<>(List.of(method.label()));
        for (Acceptance acceptance : method.reconstruction().values()) {
            row.add(Texts.finePercent(acceptance.samePerson()));
        }
        row.add(PAPER.getOrDefault(method.id(), Texts.NOTHING));
        row.add(Texts.number("%.1f dB", method.psnr()));
        row.add(method.sharpness() == null ? Texts.NOTHING : Texts.percent(method.sharpness()));
        row.add(Texts.number("%.4f", method.kernelDistance()));
        return row;
    }

    private static List<String> target(Method method, List<Judge> judges) {
        List<String> row = new ArrayList<>(List.of(method.label(), Texts.percent(mean(method, Column::inGroup))));
        for (Judge judge : judges) {
            row.add(Texts.percent(
                    mean(method, c -> Objects.requireNonNull(c.acceptance().get(judge.name()))
                            .crossAge())));
            row.add(Texts.percent(
                    mean(method, c -> Objects.requireNonNull(c.both().get(judge.name())))));
        }
        return row;
    }

    /** A figure's mean over the columns. */
    private static double mean(Method method, Function<Column, Double> figure) {
        return method.columns().stream().mapToDouble(figure::apply).average().orElseThrow();
    }
}
