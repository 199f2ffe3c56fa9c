package io.github.agefold.network.layer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A layer's plans, one for each shape that its input lately had: in training that is one, for photos two, a face and six.
 *
 * @param <P> the plan
 */
final class RecentPlans<P> {
    private static final int MOST = 3;

    private final Deque<P> plans = new ArrayDeque<>();

    /**
     * @param fits whether a plan is for the input
     * @param create a plan for it
     * @return the plan for the input, from now on also that of {@link #current}
     */
    P of(Predicate<P> fits, Supplier<P> create) {
        for (P plan : plans) {
            if (fits.test(plan)) {
                plans.remove(plan);
                plans.addFirst(plan);
                return plan;
            }
        }
        P plan = create.get();
        plans.addFirst(plan);
        if (plans.size() > MOST) {
            plans.removeLast();
        }
        return plan;
    }

    /** The plan that was asked for last. */
    P current() {
        return plans.getFirst();
    }
}
