package io.github.agefold.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.agefold.file.FileProblem;
import io.github.agefold.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The files of an evaluation: report.json for programs, report.html for people. */
public final class ReportFolder {
    /** What a browser opens. */
    public static final String PAGE = "report.html";

    private static final String FIGURES = "report.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ReportFolder() {}

    /** Makes the folder if it is missing; each file is whole or not there. */
    static void write(Path folder, EvaluationReport report, List<Example> examples) throws IOException {
        FileProblem.createFolder(folder);
        WholeFile.write(folder.resolve(FIGURES), JSON.writeValueAsBytes(report));
        WholeFile.write(
                folder.resolve(PAGE), new HtmlReport(report, examples).page().getBytes(StandardCharsets.UTF_8));
    }
}
