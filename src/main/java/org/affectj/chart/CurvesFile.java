package org.affectj.chart;

import java.nio.file.Path;
import java.util.List;

import org.affectj.training.TrainingEpoch;
import org.affectj.training.TrainingListener;
import org.affectj.training.TrainingRun;
import org.affectj.training.TrainingStep;

/** Draws the curves of a training into its run's folder after each epoch: {@code curves.png}. */
public final class CurvesFile implements TrainingListener {

    private final TrainingCurves curves = new TrainingCurves();
    private final Path file;

    /** @param run whose curves are drawn */
    public CurvesFile(final TrainingRun run) {
        file = run.folder().resolve("curves.png");
    }

    @Override
    public void update(final long done, final long total, final String message) {
        // steps and epochs say all
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void resumed(final List<TrainingEpoch> epochs) {
        epochs.forEach(curves::add);
    }

    @Override
    public void stepped(final TrainingStep step) {
        curves.add(step);
    }

    @Override
    public void validated(final TrainingEpoch epoch) {
        curves.add(epoch);
        curves.save(file);
    }
}
