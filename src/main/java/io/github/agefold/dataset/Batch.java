package io.github.agefold.dataset;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Faces and their conditions.
 *
 * @param faces [N, 3, 64, 64], in [-1, 1]
 * @param age one-hot groups, [N, 6]
 */
public record Batch(INDArray faces, INDArray age) {}
