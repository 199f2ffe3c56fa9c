package io.github.agefold.ui.training;

import io.github.agefold.stage.LossPoint;
import io.github.agefold.stage.StagePlan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says where a run is and when it will be done, from the steps it has taken. */
final class RunClock {
    /** Steps that the present speed is the mean of. */
    private static final int RECENT = 20;

    /** What a step of each stage takes beside one of stage 1, as measured at 16 faces a step: for stages that are yet to come. */
    private static final Map<Integer, Double> COST = Map.of(1, 1.0, 2, 0.25, 3, 1.2);

    private List<StagePlan> plans;
    private int batch;
    private final Deque<Double> recent = new ArrayDeque<>();
    private final Map<Integer, Double> meanSeconds = new HashMap<>();
    private double elapsed;
    private Optional<LossPoint> last = Optional.empty();

    /** @param batch faces to a step */
    RunClock(List<StagePlan> plans, int batch) {
        this.plans = plans;
        this.batch = batch;
    }

    /** The run goes on with other options: the steps so far stay. */
    void replan(List<StagePlan> now, int facesToAStep) {
        plans = now;
        batch = facesToAStep;
    }

    void next(LossPoint point) {
        if (last.isPresent() && !last.get().stage().equals(point.stage())) {
            recent.clear();
        }
        last = Optional.of(point);
        elapsed += point.seconds();
        recent.addLast(point.seconds());
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
        double mean = recent.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        plan(point.stage()).ifPresent(plan -> meanSeconds.put(plan.number(), mean));
    }

    private Optional<StagePlan> plan(String stage) {
        return plans.stream().filter(p -> p.name().equals(stage)).findFirst();
    }

    /** Empty before the first step. */
    Optional<Whereabouts> now() {
        return last.flatMap(point -> plan(point.stage()).map(plan -> at(point, plan)));
    }

    private Whereabouts at(LossPoint point, StagePlan plan) {
        double seconds = meanSeconds.getOrDefault(plan.number(), 0.0);
        double stageLeft = Math.max(0, plan.steps() - point.step()) * seconds;
        double runLeft = stageLeft;
        for (StagePlan later : plans.subList(plans.indexOf(plan) + 1, plans.size())) {
            double perStep = meanSeconds.getOrDefault(
                    later.number(),
                    seconds * COST.getOrDefault(later.number(), 1.0) / COST.getOrDefault(plan.number(), 1.0));
            runLeft += later.steps() * perStep;
        }
        return new Whereabouts(
                plan.number(),
                plans.indexOf(plan) == plans.size() - 1,
                point.epoch(),
                plan.epochs(),
                point.step(),
                plan.steps(),
                seconds == 0 ? 0 : batch / seconds,
                elapsed,
                stageLeft,
                runLeft);
    }
}
