package io.github.agefold.evaluation;

import java.util.List;

/**
 * What was measured, before it is written.
 *
 * @param faces that were measured
 * @param seconds that measuring took
 */
record EvaluationResult(
        List<Judge> judges,
        EvaluationReport.Real real,
        List<EvaluationReport.Method> methods,
        List<Example> examples,
        TestFaces faces,
        double seconds) {}
