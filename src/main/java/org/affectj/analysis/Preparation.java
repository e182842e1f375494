package org.affectj.analysis;

/**
 * What is done to each series before anything is measured in it: it is smoothed, then corrected for what the face shows
 * at rest.
 *
 * @param smoothing first
 * @param baseline of the smoothed series
 */
public record Preparation(Smoothing smoothing, Baseline baseline) {

    /** Leaves series as they are. */
    public static final Preparation DEFAULT = new Preparation(Smoothing.DEFAULT, Baseline.DEFAULT);

    /** @return the series as it is measured */
    public Series prepare(final Series series) {
        return baseline.correct(smoothing.smooth(series));
    }
}
