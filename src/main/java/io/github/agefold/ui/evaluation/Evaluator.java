package io.github.agefold.ui.evaluation;

import io.github.agefold.evaluation.EvaluationJob;
import io.github.agefold.evaluation.EvaluationProgress;
import io.github.agefold.evaluation.EvaluationReport;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The work behind {@link EvaluationModel}, done on the evaluation's thread. */
@FunctionalInterface
public interface Evaluator {
    /** See {@link EvaluationJob#run}. */
    EvaluationReport run(EvaluationJob job, Consumer<EvaluationProgress> progress, BooleanSupplier stop)
            throws IOException;
}
