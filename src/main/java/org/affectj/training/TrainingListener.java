package org.affectj.training;

import java.util.List;

import org.affectj.Progress;

/** Watches a training, and may cancel it. Called from the thread that trains, so it must return quickly. */
public interface TrainingListener extends Progress {

    /**
     * @param progress shows what is done, and cancels
     * @return a listener that keeps no figures
     */
    static TrainingListener of(final Progress progress) {
        return new TrainingListener() {

            @Override
            public void update(final long done, final long total, final String message) {
                progress.update(done, total, message);
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }

    /** @return a listener that tells this one and then another, and cancels when either does */
    default TrainingListener and(final TrainingListener other) {
        final TrainingListener first = this;
        return new TrainingListener() {

            @Override
            public void update(final long done, final long total, final String message) {
                first.update(done, total, message);
                other.update(done, total, message);
            }

            @Override
            public boolean isCancelled() {
                return first.isCancelled() || other.isCancelled();
            }

            @Override
            public void resumed(final List<TrainingEpoch> epochs) {
                first.resumed(epochs);
                other.resumed(epochs);
            }

            @Override
            public void stepped(final TrainingStep step) {
                first.stepped(step);
                other.stepped(step);
            }

            @Override
            public void validated(final TrainingEpoch epoch) {
                first.validated(epoch);
                other.validated(epoch);
            }
        };
    }

    /** Takes what the epochs gave that a resumed run did before, without their worst faces; at its beginning. */
    default void resumed(final List<TrainingEpoch> epochs) {
        // most listeners look at what comes
    }

    /** Takes what one step of the optimiser gave. */
    default void stepped(final TrainingStep step) {
        // most listeners look at epochs only
    }

    /** Takes what an epoch and the validation after it gave. */
    default void validated(final TrainingEpoch epoch) {
        // progress alone is enough for some
    }
}
