package io.github.agefold.latent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The limited-memory BFGS method (Nocedal 1980): steps that use the curvature seen in the last few, each shortened until the function
 * falls enough.
 */
final class Lbfgs {
    /** Steps that are remembered. */
    private static final int MEMORY = 10;

    /** Length of the first step, when no curvature is known; z's numbers are about 1, and a hundred of them have length 10. */
    private static final double FIRST_STEP = 0.5;

    /** Armijo's condition: a step has to gain this share of what the slope promises. */
    private static final double SUFFICIENT = 1e-4;

    private static final double SHORTEST = 1e-4;
    private static final double LEAST_CURVATURE = 1e-10;

    private final Deque<Pair> memory = new ArrayDeque<>();

    /**
     * A function's value and gradient at a point.
     *
     * @param value of the function
     * @param gradient of the point's length
     */
    record Point(double value, double[] gradient) {}

    /** What is to be made small. */
    interface Objective {
        Point at(double[] x);
    }

    private record Pair(double[] step, double[] change, double curvature) {}

    /**
     * Makes a function small. The smallest value it saw is the objective's to remember: the search hands nothing back.
     *
     * @param start where from; not changed
     * @param evaluations how often the function is asked
     */
    void minimize(Objective objective, double[] start, int evaluations) {
        double[] x = start.clone();
        Point here = objective.at(x);
        int left = evaluations - 1;
        while (left > 0) {
            double[] direction = direction(here.gradient());
            double slope = dot(here.gradient(), direction);
            if (!(slope < 0)) {
                return; // nothing goes down from here
            }
            double length = 1;
            double[] next = moved(x, direction, length);
            Point there = objective.at(next);
            left--;
            while (there.value() > here.value() + SUFFICIENT * length * slope && left > 0 && length > SHORTEST) {
                length /= 2;
                next = moved(x, direction, length);
                there = objective.at(next);
                left--;
            }
            remember(x, next, here, there);
            x = next;
            here = there;
        }
    }

    /** Minus the gradient, times what the remembered steps tell of the inverse curvature: the two-loop recursion. */
    private double[] direction(double[] gradient) {
        double[] direction = new double[gradient.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -gradient[i];
        }
        if (memory.isEmpty()) {
            scale(direction, FIRST_STEP / Math.sqrt(dot(gradient, gradient)));
            return direction;
        }
        double[] shares = new double[memory.size()];
        int k = shares.length;
        for (Iterator<Pair> newest = memory.descendingIterator(); newest.hasNext(); ) {
            Pair pair = newest.next();
            shares[--k] = dot(pair.step, direction) / pair.curvature;
            add(direction, pair.change, -shares[k]);
        }
        Pair last = memory.getLast();
        scale(direction, last.curvature / dot(last.change, last.change));
        for (Pair pair : memory) {
            add(direction, pair.step, shares[k++] - dot(pair.change, direction) / pair.curvature);
        }
        return direction;
    }

    private void remember(double[] x, double[] next, Point here, Point there) {
        double[] step = difference(next, x);
        double[] change = difference(there.gradient(), here.gradient());
        double curvature = dot(step, change);
        if (curvature > LEAST_CURVATURE) {
            memory.addLast(new Pair(step, change, curvature));
            if (memory.size() > MEMORY) {
                memory.removeFirst();
            }
        }
    }

    private static double[] moved(double[] x, double[] direction, double length) {
        double[] moved = x.clone();
        add(moved, direction, length);
        return moved;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, b, -1);
        return difference;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static void scale(double[] array, double by) {
        for (int i = 0; i < array.length; i++) {
            array[i] *= by;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
