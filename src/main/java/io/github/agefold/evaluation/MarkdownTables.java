package io.github.agefold.evaluation;

import io.github.agefold.evaluation.EvaluationReport.Acceptance;
import io.github.agefold.evaluation.EvaluationReport.Column;
import io.github.agefold.evaluation.EvaluationReport.Method;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The main tables for a README: what the command prints. */
public final class MarkdownTables {
    /** The paper's acceptance by OpenFace, Table 1, by the id of a method. */
    static final Map<String, String> PAPER = Map.of("z0", "53.2 %", "pixel", "59.8 %", "identity", "82.9 %");

    private MarkdownTables() {}

    /** Reconstruction at the own age, then identity and age together over the six target ages. */
    public static String of(EvaluationReport report) {
        StringBuilder out = new StringBuilder();
        out.append("| at the own age |");
        report.judges().forEach(j -> out.append(" accepted, ").append(j.name()).append(" |"));
        out.append(" the paper's | PSNR | sharpness | KID |\n|---|");
        report.judges().forEach(j -> out.append("---|"));
        out.append("---|---|---|---|\n");
        for (Method method : report.methods()) {
            out.append("| ").append(method.label()).append(" |");
            for (Acceptance acceptance : method.reconstruction().values()) {
                out.append(' ')
                        .append(Texts.finePercent(acceptance.samePerson()))
                        .append(" |");
            }
            out.append(' ')
                    .append(PAPER.getOrDefault(method.id(), Texts.NOTHING))
                    .append(" | ")
                    .append(Texts.number("%.1f dB", method.psnr()))
                    .append(" | ")
                    .append(method.sharpness() == null ? Texts.NOTHING : Texts.percent(method.sharpness()))
                    .append(" | ")
                    .append(Texts.number("%.3f", method.kernelDistance()))
                    .append(" |\n");
        }
        out.append("\n| over the six target ages | looks the age |");
        report.judges().forEach(j -> out.append(" accepted, ").append(j.name()).append(" | both |"));
        out.append("\n|---|---|");
        report.judges().forEach(j -> out.append("---|---|"));
        out.append('\n');
        for (Method method : report.methods()) {
            out.append("| ")
                    .append(method.label())
                    .append(" | ")
                    .append(Texts.percent(mean(method, Column::inGroup)))
                    .append(" |");
            for (Judge judge : report.judges()) {
                out.append(' ')
                        .append(Texts.percent(mean(
                                method, c -> c.acceptance().get(judge.name()).crossAge())))
                        .append(" | ")
                        .append(Texts.percent(mean(method, c -> c.both().get(judge.name()))))
                        .append(" |");
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** A figure's mean over the columns. */
    static double mean(Method method, Function<Column, Double> figure) {
        List<Column> columns = method.columns();
        return columns.stream().mapToDouble(figure::apply).average().orElseThrow();
    }
}
