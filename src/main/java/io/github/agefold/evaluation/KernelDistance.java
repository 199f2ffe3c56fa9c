package io.github.agefold.evaluation;

import java.util.List;

/**
 * The kernel inception distance (Binkowski et al., "Demystifying MMD GANs", 2018) between two sets of pictures: the squared maximum mean
 * discrepancy of their features under the kernel (x y / d + 1)^3, without bias, so that it can be told from few pictures, where the
 * Frechet distance cannot. About 0 for sets of one kind; slightly below by chance.
 *
 * <p>The features are those of FaceRes, not Inception's: they are trained on faces, and at hand. So its values compare with each other alone.
 */
final class KernelDistance {
    private KernelDistance() {}

    /**
     * @param a features, at least two vectors
     * @param b features, at least two vectors of the same length
     */
    static double between(List<float[]> a, List<float[]> b) {
        if (a.size() < 2 || b.size() < 2) {
            throw new IllegalArgumentException(
                    "at least two pictures are wanted on each side, got " + a.size() + " and " + b.size());
        }
        return within(a) + within(b) - 2 * across(a, b);
    }

    private static double within(List<float[]> set) {
        double sum = 0;
        for (int i = 0; i < set.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * kernel(set.get(i), set.get(j));
            }
        }
        return sum / ((double) set.size() * (set.size() - 1));
    }

    private static double across(List<float[]> a, List<float[]> b) {
        double sum = 0;
        for (float[] x : a) {
            for (float[] y : b) {
                sum += kernel(x, y);
            }
        }
        return sum / ((double) a.size() * b.size());
    }

    private static double kernel(float[] x, float[] y) {
        double product = 0;
        for (int i = 0; i < x.length; i++) {
            product += x[i] * y[i];
        }
        double base = product / x.length + 1;
        return base * base * base;
    }
}
