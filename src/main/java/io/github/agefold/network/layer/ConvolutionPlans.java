package io.github.agefold.network.layer;

import java.util.ArrayDeque;
import java.util.Deque;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer's plans, one for each shape that its input lately had: in training that is one, for photos two, a face and six. */
final class ConvolutionPlans {
    private static final int MOST = 3;

    private final ConvolutionPlan.Geometry geometry;
    private final Deque<ConvolutionPlan> plans = new ArrayDeque<>();

    ConvolutionPlans(ConvolutionPlan.Geometry geometry) {
        this.geometry = geometry;
    }

    /**
     * @param outputs channels of the output
     * @return the plan for the input, from now on also that of {@link #current}
     */
    ConvolutionPlan of(INDArray input, long outputs) {
        long[] shape = input.shape();
        for (ConvolutionPlan plan : plans) {
            if (plan.fits(shape)) {
                plans.remove(plan);
                plans.addFirst(plan);
                return plan;
            }
        }
        ConvolutionPlan plan = new ConvolutionPlan(geometry, shape, outputs);
        plans.addFirst(plan);
        if (plans.size() > MOST) {
            plans.removeLast();
        }
        return plan;
    }

    /** The plan that was asked for last. */
    ConvolutionPlan current() {
        return plans.getFirst();
    }
}
