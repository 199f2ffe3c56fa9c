package io.github.agefold.ui.training;

import io.github.agefold.stage.LossPoint;
import io.github.agefold.stage.StagePlan;
import io.github.agefold.ui.plot.PlotModel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A run's losses as plots: one for each stage, and one of the share of reconstructions that the face recogniser accepts. */
public final class LossHistory {
    private final Map<String, PlotModel> byStage =
            Map.of("adversarial", new PlotModel(), "approximation", new PlotModel(), "optimization", new PlotModel());
    private final PlotModel acceptance = new PlotModel();
    private final Set<PlotModel> changed = new HashSet<>();

    LossHistory() {
        acceptance.setSmoothing(0);
        acceptance.mark(53.2, "paper, z0: 53.2 %");
        acceptance.mark(59.8, "paper, pixels: 59.8 %");
        acceptance.mark(82.9, "paper, identity: 82.9 %");
    }

    /** The losses of a stage, by its name. */
    public PlotModel stage(String name) {
        return Objects.requireNonNull(byStage.get(name));
    }

    /** In percent, by the step of the stage. */
    public PlotModel acceptance() {
        return acceptance;
    }

    void clear() {
        byStage.values().forEach(PlotModel::clear);
        acceptance.clear();
    }

    void plan(List<StagePlan> plans) {
        plans.forEach(p -> Objects.requireNonNull(byStage.get(p.name())).setStepsPerEpoch(p.stepsPerEpoch()));
    }

    /** Adds a step's losses; the plots hear of it by {@link #flush}. */
    void add(LossPoint point) {
        PlotModel plot = byStage.get(point.stage());
        if (plot != null) {
            point.losses().forEach((name, loss) -> plot.series(name).add((double) point.step(), loss));
            changed.add(plot);
        }
    }

    /** Adds what a checkpoint measured. */
    void addAcceptance(LossPoint point) {
        Double accepted = point.losses().get("accepted");
        if (accepted != null) {
            acceptance
                    .series(point.stage().equals("approximation") ? "stage 2" : "stage 3")
                    .add((double) point.step(), 100 * accepted);
            changed.add(acceptance);
        }
    }

    void flush() {
        changed.forEach(PlotModel::changed);
        changed.clear();
    }
}
