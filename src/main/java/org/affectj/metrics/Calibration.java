package org.affectj.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities mean what they say: of the faces that get 0.7, seven in ten should be so. In one pass, in
 * {@value #BINS} bins of equal width.
 */
public final class Calibration implements Mergeable<Calibration> {

    /** The number of bins. */
    public static final int BINS = 10;

    private final long[] counts = new long[BINS];
    private final long[] positives = new long[BINS];
    private final double[] sums = new double[BINS];
    private double squaredErrors;

    /**
     * Answers with similar probabilities.
     *
     * @param from the least probability of the bin
     * @param to the probability at which the next bin begins; 1 belongs to the last
     * @param count number of answers
     * @param meanProbability of them; 0 if there are none
     * @param share of them that are so; 0 if there are none
     */
    public record Bin(double from, double to, long count, double meanProbability, double share) {
    }

    /**
     * Takes one answer in.
     *
     * @param probability in [0, 1]
     * @param actual whether it is so
     */
    public void add(final double probability, final boolean actual) {
        final int bin = Math.min(BINS - 1, (int) (probability * BINS));
        counts[bin]++;
        if (actual) positives[bin]++;
        sums[bin] += probability;
        final double error = probability - (actual ? 1 : 0);
        squaredErrors += error * error;
    }

    @Override
    public void merge(final Calibration other, final int times) {
        for (int i = 0; i < BINS; i++) {
            counts[i] += times * other.counts[i];
            positives[i] += times * other.positives[i];
            sums[i] += times * other.sums[i];
        }
        squaredErrors += times * other.squaredErrors;
    }

    /** @return the number of answers */
    public long count() {
        long sum = 0;
        for (final long count : counts)
            sum += count;
        return sum;
    }

    /** @return the bins, from low to high probabilities */
    public List<Bin> bins() {
        final List<Bin> bins = new ArrayList<>(BINS);
        for (int i = 0; i < BINS; i++)
            bins.add(new Bin(i / (double) BINS, (i + 1) / (double) BINS, counts[i],
                counts[i] == 0 ? 0 : sums[i] / counts[i], BinaryScore.ratio(positives[i], counts[i])));
        return bins;
    }

    /**
     * @return the expected calibration error (Naeini et al. 2015): the mean distance of probability and share over the
     *         bins, by their counts, in [0, 1]; NaN without answers
     */
    public double expectedError() {
        double sum = 0;
        for (int i = 0; i < BINS; i++)
            sum += Math.abs(sums[i] - positives[i]);
        return sum / count();
    }

    /** @return the mean squared distance of probability and outcome (Brier 1950), in [0, 1]; NaN without answers */
    public double brier() {
        return squaredErrors / count();
    }
}
