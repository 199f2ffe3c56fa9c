package io.github.agefold.evaluation;

/**
 * How far an evaluation has come.
 *
 * @param phase what is going on, such as "z*, identity"
 * @param done of {@code all} pieces of work
 * @param all how much there is to do in all
 */
public record EvaluationProgress(String phase, int done, int all) {}
