package org.affectj.analysis;

import org.apache.commons.math3.stat.StatUtils;

/**
 * One measure of one person during one stimulus.
 *
 * @param identity whose
 * @param stimulus during which
 * @param channel which measure
 * @param frames with a value from the stimulus's start to its end, both included
 * @param mean of these; NaN without any
 * @param baselineFrames with a value in the interval before the start, which itself doesn't belong to it
 * @param baseline the mean of these; NaN without any
 */
public record Epoch(Identity identity, Stimulus stimulus, String channel, int frames, double mean, int baselineFrames,
    double baseline) {

    /**
     * @param series of the person
     * @param before how many seconds before the start are compared with, 0 or more
     * @return what it is during a stimulus
     */
    static Epoch of(final Identity identity, final Stimulus stimulus, final String channel, final Series series,
        final double before)
    {
        final double[] during = series.between(stimulus.start(), stimulus.end());
        final double[] earlier = before == 0 ? new double[0]
            : series.between(stimulus.start() - before, stimulus.start() - 2 * Series.ROUNDING);
        return new Epoch(identity, stimulus, channel, during.length, StatUtils.mean(during), earlier.length,
            StatUtils.mean(earlier));
    }

    /** @return how far the mean is above the one before the stimulus; NaN if one of them isn't known */
    public double change() {
        return mean - baseline;
    }
}
