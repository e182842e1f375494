package org.affectj.imagej.training;

import java.util.List;
import java.util.Locale;

import org.affectj.chart.TrainingCurves;
import org.affectj.training.TrainingEpoch;
import org.affectj.training.TrainingListener;
import org.affectj.training.TrainingStep;
import org.affectj.training.WorstFace;

/**
 * What there is to see of a training: the thread that trains leaves its figures here, and a window looks at them in its
 * own time. Closed when the training has ended.
 */
public final class WatchedTraining implements TrainingListener, AutoCloseable {

    private final TrainingCurves curves = new TrainingCurves();
    private volatile TrainingStep step;
    private volatile List<WorstFace> worst = List.of();
    private volatile String message = "Preparing …";
    private volatile boolean stopped;
    private volatile boolean ended;

    /** Asks the training to stop at its next step. */
    void stop() {
        stopped = true;
    }

    /** Says that no more figures come. */
    @Override
    public void close() {
        ended = true;
    }

    /** @return whether the training runs, and nobody asked it to stop */
    boolean goesOn() {
        return !stopped && !ended;
    }

    boolean hasEnded() {
        return ended;
    }

    TrainingCurves curves() {
        return curves;
    }

    /** @return the worst faces of the last epoch; the same list until the next one */
    List<WorstFace> worst() {
        return worst;
    }

    /** @return where the training stands, in a line */
    String text() {
        if (ended && stopped) return "Stopped; the last and the best state are kept: Resume goes on from there.";
        if (ended) return "Ended.";
        if (stopped) return "Stopping …";
        final TrainingStep last = step;
        if (last == null || last.step() == last.steps()) return message;
        return String.format(Locale.ROOT, "%s: epoch %d of %d, step %d of %d, loss %.3f, %.0f images/s, %s left",
            last.stage(), (int) Math.ceil(last.epoch()), last.epochs(), last.step(), last.steps(),
            last.losses().getOrDefault("loss", Double.NaN), last.imagesPerSecond(), time(last.secondsLeft()));
    }

    private static String time(final double seconds) {
        return seconds < 90 ? Math.round(seconds) + " s" : seconds < 5400 ? Math.round(seconds / 60) + " min"
            : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    @Override
    public void update(final long done, final long total, final String text) {
        message = text;
    }

    @Override
    public boolean isCancelled() {
        return stopped;
    }

    @Override
    public void resumed(final List<TrainingEpoch> epochs) {
        epochs.forEach(curves::add);
    }

    @Override
    public void stepped(final TrainingStep made) {
        step = made;
        curves.add(made);
    }

    @Override
    public void validated(final TrainingEpoch epoch) {
        curves.add(epoch);
        worst = epoch.worst();
    }
}
