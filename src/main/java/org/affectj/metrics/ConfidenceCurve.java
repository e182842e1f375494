package org.affectj.metrics;

/**
 * How often the most probable class is right, by its probability: from which probability on can an answer be trusted?
 * In one pass, in steps of 0.001.
 */
public final class ConfidenceCurve implements Mergeable<ConfidenceCurve> {

    private static final int STEPS = 1000;

    private final long[] right = new long[STEPS + 1];
    private final long[] all = new long[STEPS + 1];

    /**
     * Takes one answer in.
     *
     * @param probability of the class that was answered, in [0, 1]
     * @param correct whether it is the true one
     */
    public void add(final double probability, final boolean correct) {
        // a float may lie a little below its decimal number
        final int step = (int) Math.floor(probability * STEPS + 1e-3);
        all[step]++;
        if (correct) right[step]++;
    }

    @Override
    public void merge(final ConfidenceCurve other, final int times) {
        for (int i = 0; i <= STEPS; i++) {
            all[i] += times * other.all[i];
            right[i] += times * other.right[i];
        }
    }

    /**
     * @param accuracy share of right answers that is wanted, in [0, 1]
     * @return the least probability of an answer such that of the answers with it or more at least this share is right,
     *         a multiple of 0.001; 1 if there is none
     */
    public double certainFrom(final double accuracy) {
        double least = 1;
        long rightAbove = 0;
        long allAbove = 0;
        for (int i = STEPS; i >= 0; i--) {
            rightAbove += right[i];
            allAbove += all[i];
            if (all[i] > 0 && rightAbove >= accuracy * allAbove) least = i / (double) STEPS;
        }
        return least;
    }

    /** @return the share of right answers among those with this probability or more; NaN without such */
    public double accuracyFrom(final double probability) {
        return (double) sumFrom(right, probability) / sumFrom(all, probability);
    }

    /** @return the share of answers that have this probability or more; NaN without answers */
    public double shareFrom(final double probability) {
        return (double) sumFrom(all, probability) / sumFrom(all, 0);
    }

    private static long sumFrom(final long[] counts, final double probability) {
        long sum = 0;
        for (int i = (int) Math.ceil(probability * STEPS - 1e-3); i <= STEPS; i++)
            sum += counts[i];
        return sum;
    }
}
