/**
 * The page that measures weights. In: data, a folder of weights, how many faces. Out: the report's main tables on the screen, the whole of it
 * in a folder. {@code EvaluationModel} knows what happens, {@code EvaluationPage} and its parts show it.
 */
@NullMarked
package io.github.agefold.ui.evaluation;

import org.jspecify.annotations.NullMarked;
