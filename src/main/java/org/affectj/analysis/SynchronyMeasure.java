package org.affectj.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Measures synchrony and tells it from chance: two series that each have a rhythm of their own correlate at some lag
 * even if the two people never met. For each surrogate, the second series is cut into segments as long as a window,
 * which are put in another order (segment shuffling; Moulder, Boker, Ramseyer &amp; Tschacher, Psychological Methods
 * 23, 757, 2018).
 *
 * @param correlation how windows are compared
 * @param surrogates how many, 1 or more
 * @param seed of the shuffling: the same seed gives the same p
 */
public record SynchronyMeasure(WindowedCorrelation correlation, int surrogates, long seed) {

    /** 999 surrogates, so that p has three decimals. */
    public static final SynchronyMeasure DEFAULT = new SynchronyMeasure(WindowedCorrelation.DEFAULT, 999, 1);

    /** With fewer segments there are too few orders. */
    private static final int FEWEST_SEGMENTS = 6;

    public SynchronyMeasure {
        if (surrogates < 1)
            throw new AffectException("The number of surrogates can't be " + surrogates + ": give 1 or more.");
    }

    /** The peaks of the windows of a pair. */
    private static final class Peaks {

        private int windows;
        private int count;
        private int positive;
        private int negative;
        private double sum;
        private double lags;

        private double mean() {
            return count == 0 ? Double.NaN : sum / count;
        }
    }

    /**
     * @param first samples of one person at the rate of the correlation; NaN where there is none
     * @param second as many of the other
     * @param progress learns the surrogates done
     * @return what was found
     * @throws AffectException if the series are too short
     */
    public Synchrony measure(final double[] first, final double[] second, final Progress progress) {
        if (first.length < FEWEST_SEGMENTS * correlation.samples())
            throw new AffectException("Both people are seen for " + first.length / correlation.rate()
                + " seconds, too short for windows of " + correlation.window() + ": it takes " + FEWEST_SEGMENTS
                + " windows or more.");
        final Peaks found = peaks(first, second);
        final double[] chance = chance(first, second, progress);
        final long asLarge = Arrays.stream(chance).filter(mean -> mean >= found.mean()).count();
        final double[] known = Arrays.stream(chance).filter(mean -> !Double.isNaN(mean)).toArray();
        return new Synchrony(found.windows, found.count, found.mean(), found.lags / found.count / correlation.rate(),
            (double) found.positive / found.count, (double) found.negative / found.count, StatUtils.mean(known),
            Math.sqrt(StatUtils.variance(known)), found.count == 0 ? Double.NaN : (1.0 + asLarge) / (1 + surrogates));
    }

    private Peaks peaks(final double[] first, final double[] second) {
        final Peaks peaks = new Peaks();
        correlation.visit(first, second, (start, correlations) -> {
            peaks.windows++;
            final int peak = correlation.peak(correlations);
            if (peak == WindowedCorrelation.NONE) return;
            final int lag = peak - correlation.lags();
            peaks.count++;
            peaks.sum += correlations[peak];
            peaks.lags += lag;
            if (lag > 0) peaks.positive++;
            if (lag < 0) peaks.negative++;
        });
        return peaks;
    }

    private double[] chance(final double[] first, final double[] second, final Progress progress) {
        final Random random = new Random(seed);
        final double[] means = new double[surrogates];
        for (int i = 0; i < surrogates; i++) {
            progress.throwIfCancelled();
            progress.update(i, surrogates, "surrogates");
            means[i] = peaks(first, shuffled(second, random)).mean();
        }
        return means;
    }

    private double[] shuffled(final double[] series, final Random random) {
        final int length = correlation.samples();
        final List<double[]> segments = new ArrayList<>();
        for (int from = 0; from < series.length; from += length)
            segments.add(Arrays.copyOfRange(series, from, Math.min(series.length, from + length)));
        Collections.shuffle(segments, random);
        return segments.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
