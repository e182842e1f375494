package org.affectj.training;

import org.affectj.metrics.Mergeable;
import org.affectj.metrics.MultiTaskScore;

/**
 * Agreement with the labels of the same faces, before a training and after it.
 *
 * @param before of what was there before
 * @param after of what was trained
 */
record PairedScore(MultiTaskScore before, MultiTaskScore after) implements Mergeable<PairedScore> {

    /** Nothing counted yet. */
    PairedScore() {
        this(new MultiTaskScore(), new MultiTaskScore());
    }

    @Override
    public void merge(final PairedScore other, final int times) {
        before.merge(other.before, times);
        after.merge(other.after, times);
    }
}
