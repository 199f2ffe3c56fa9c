package io.github.agefold.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/** FR: tells who a face is. Embeddings of one person lie close together, and a loss on them reaches back to the pixels. */
public interface FaceRecognizer {

    /**
     * @param faces RGB, [N, 3, S, S], in [-1, 1]
     * @return embeddings, [N, length]; valid until the next call
     * @throws IllegalArgumentException if the faces are not square or not RGB
     */
    INDArray embed(INDArray faces);

    /**
     * Sends the gradient of a loss on the embeddings of the last {@link #embed} back.
     *
     * @param embeddingGradient [N, length]
     * @return the gradient at the faces, [N, 3, S, S]
     */
    INDArray backward(INDArray embeddingGradient);

    /** The Euclidean distance between embeddings below which two faces are taken for one person's. */
    double samePersonDistance();

    /**
     * The Euclidean distance between two embeddings.
     *
     * @throws IllegalArgumentException if their lengths differ
     */
    static double distance(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("embeddings of " + a.length + " and " + b.length + " numbers");
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
