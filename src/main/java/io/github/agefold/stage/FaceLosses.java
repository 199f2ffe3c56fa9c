package io.github.agefold.stage;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import io.github.agefold.face.Face;
import io.github.agefold.network.AgeEstimator;
import io.github.agefold.network.FaceRecognizer;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The terms of stage 3's loss that look at the faces themselves: pixels, identity, age. */
final class FaceLosses {
    private final FaceRecognizer recognizer;
    private final AgeEstimator estimator;
    private final LossWeights weights;
    private final int judged;

    /** @param judged how many faces of a batch, from the first on, are judged for identity and age: batches are drawn at random */
    FaceLosses(FaceRecognizer recognizer, AgeEstimator estimator, LossWeights weights, int judged) {
        this.recognizer = recognizer;
        this.estimator = estimator;
        this.weights = weights;
        this.judged = judged;
    }

    /**
     * @param real [N, 3, 64, 64]
     * @param reconstructed the same faces by way of E and G
     * @param aged the same at {@code age}
     * @param age one-hot groups, [N, 6]
     * @param losses where each term's value goes
     * @return the gradient at the reconstructed faces, then at the aged ones, [2 N, 3, 64, 64]
     */
    INDArray gradient(INDArray real, INDArray reconstructed, INDArray aged, INDArray age, Map<String, Double> losses) {
        INDArray own = pixel(real, reconstructed, losses);
        INDArray other = aged.ulike().assign(0);
        if (weights.identity() > 0 || weights.agedIdentity() > 0) {
            INDArray embedding = recognizer.embed(first(real)).dup();
            identity(embedding, first(reconstructed), weights.identity(), "identity", losses, first(own));
            identity(embedding, first(aged), weights.agedIdentity(), "aged identity", losses, first(other));
        }
        if (weights.age() > 0) {
            AgeLoss loss = AgeLoss.of(
                    estimator.ages(blurred(first(aged))), age.get(interval(0, judged), all()), weights.age());
            losses.put("age", loss.value());
            first(other).addi(unblurred(estimator.backward(loss.gradient())));
        }
        return Nd4j.concat(0, own, other);
    }

    /** The faces that are judged: a view. */
    private INDArray first(INDArray faces) {
        return faces.get(interval(0, judged), all(), all(), all());
    }

    private INDArray pixel(INDArray real, INDArray reconstructed, Map<String, Double> losses) {
        INDArray difference = reconstructed.sub(real);
        losses.put("pixel", weights.pixel() * difference.norm1Number().doubleValue() / difference.length());
        return Transforms.sign(difference).muli(weights.pixel() / difference.length());
    }

    private void identity(
            INDArray embedding,
            INDArray faces,
            double weight,
            String name,
            Map<String, Double> losses,
            INDArray gradient) {
        if (weight == 0) {
            return;
        }
        INDArray difference = recognizer.embed(faces).sub(embedding);
        double squares = Math.pow(difference.norm2Number().doubleValue(), 2);
        losses.put(name, weight * squares / judged);
        gradient.addi(recognizer.backward(difference.mul(2 * weight / judged)));
    }

    /**
     * Each square of 2x2 pixels as one. At full sharpness G soon learns fine patterns that move the estimate by decades and that nobody
     * sees; what is left after this has to be visible.
     */
    private static INDArray blurred(INDArray faces) {
        INDArray squares = faces.reshape('c', faces.size(0), 3, Face.SIDE / 2, 2, Face.SIDE / 2, 2);
        return squares.mean(3, 5);
    }

    /** The gradient before {@link #blurred}: each pixel of a square has a quarter of it. */
    private static INDArray unblurred(INDArray gradient) {
        return gradient.repeat(2, 2).repeat(3, 2).divi(4);
    }
}
