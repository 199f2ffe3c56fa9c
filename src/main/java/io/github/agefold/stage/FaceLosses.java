package io.github.agefold.stage;

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

    FaceLosses(FaceRecognizer recognizer, AgeEstimator estimator, LossWeights weights) {
        this.recognizer = recognizer;
        this.estimator = estimator;
        this.weights = weights;
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
        boolean identity = weights.identity() > 0 || weights.agedIdentity() > 0;
        INDArray embedding = identity ? recognizer.embed(real).dup() : real;
        INDArray own = identity(embedding, reconstructed, weights.identity(), "identity", losses);
        own.addi(pixel(real, reconstructed, losses));
        INDArray other = identity(embedding, aged, weights.agedIdentity(), "aged identity", losses);
        other.addi(age(aged, age, losses));
        return Nd4j.concat(0, own, other);
    }

    private INDArray pixel(INDArray real, INDArray reconstructed, Map<String, Double> losses) {
        INDArray difference = reconstructed.sub(real);
        losses.put("pixel", weights.pixel() * difference.norm1Number().doubleValue() / difference.length());
        return Transforms.sign(difference).muli(weights.pixel() / difference.length());
    }

    private INDArray identity(
            INDArray embedding, INDArray faces, double weight, String name, Map<String, Double> losses) {
        if (weight == 0) {
            return faces.ulike().assign(0);
        }
        INDArray difference = recognizer.embed(faces).sub(embedding);
        double squares = Math.pow(difference.norm2Number().doubleValue(), 2);
        losses.put(name, weight * squares / faces.size(0));
        return recognizer.backward(difference.mul(2 * weight / faces.size(0)));
    }

    private INDArray age(INDArray faces, INDArray groups, Map<String, Double> losses) {
        if (weights.age() == 0) {
            return faces.ulike().assign(0);
        }
        AgeLoss loss = AgeLoss.of(estimator.ages(blurred(faces)), groups, weights.age());
        losses.put("age", loss.value());
        return unblurred(estimator.backward(loss.gradient()));
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
