package org.affectj.training;

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

    /** Takes what one step of the optimiser gave. */
    default void stepped(final TrainingStep step) {
        // most listeners look at epochs only
    }

    /** Takes what an epoch and the validation after it gave. */
    default void validated(final TrainingEpoch epoch) {
        // progress alone is enough for some
    }
}
