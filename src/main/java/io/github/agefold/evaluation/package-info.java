/**
 * The paper's tables, measured on faces that training never saw. In: labelled faces and a folder of weights. Out: an
 * {@link io.github.agefold.evaluation.EvaluationReport}, written as JSON and as a page that opens without a network.
 *
 * <p>Every face that was chosen counts in every table: one whose search fails, or in whose generated face no face is found, is neither
 * accepted nor of the right age. Identity and age stand side by side, since a strip that does not age keeps its person perfectly. The
 * recogniser that searches make use of is not the only judge: FaceRes never optimised anything.
 */
@NullMarked
package io.github.agefold.evaluation;

import org.jspecify.annotations.NullMarked;
