package io.github.agefold.ui.training;

import io.github.agefold.stage.LossPoint;
import io.github.agefold.stage.RunFolder;
import io.github.agefold.stage.RunListener;
import io.github.agefold.stage.SampleFile;
import io.github.agefold.ui.background.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * What a run tells, brought to the screen.
 *
 * @param points where steps wait until the screen has time
 * @param tick shows what waits
 */
record ScreenListener(RunFolder run, TrainProperties shown, Queue<LossPoint> points, Executor screen, Runnable tick)
        implements RunListener {
    @Override
    public void step(LossPoint point) {
        points.add(point);
    }

    @Override
    public void sampled(String stage, long step) {
        try {
            List<SampleFile> pictures = run.samples();
            screen.execute(() -> shown.samples().show(pictures));
        } catch (IOException e) {
            notShown(e);
        }
    }

    @Override
    public void saved(String stage, long step) {
        try {
            List<SampleFile> pictures = run.samples();
            List<LossPoint> accepted = new ArrayList<>();
            run.acceptance().read(0, accepted::add);
            screen.execute(() -> {
                shown.samples().show(pictures);
                accepted.forEach(shown.losses()::addAcceptance);
                shown.losses().flush();
            });
        } catch (IOException e) {
            notShown(e);
        }
    }

    /** What cannot be read back is not shown; the run goes on. */
    private void notShown(IOException problem) {
        screen.execute(() -> shown.warning.set(Problems.sentence(problem)));
    }

    @Override
    public void paused() {
        screen.execute(() -> {
            tick.run();
            // unless it was stopped or resumed meanwhile
            if (shown.state.get() == TrainState.PAUSING) {
                shown.state.set(TrainState.PAUSED);
            }
        });
    }

    @Override
    public void warned(String sentence) {
        screen.execute(() -> shown.warning.set(sentence));
    }
}
