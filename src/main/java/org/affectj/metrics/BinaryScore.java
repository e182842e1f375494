package org.affectj.metrics;

/** Counts of right and wrong answers to a question of yes or no, and what follows from them (METHOD 5). */
public final class BinaryScore {

    private long truePositives;
    private long falsePositives;
    private long falseNegatives;
    private long trueNegatives;

    /** Takes one answer in. */
    public void add(final boolean predicted, final boolean actual) {
        if (predicted && actual) truePositives++;
        else if (predicted) falsePositives++;
        else if (actual) falseNegatives++;
        else trueNegatives++;
    }

    /** @return 2TP / (2TP + FP + FN); 0 when the denominator is 0 */
    public double f1() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /** @return the share of positive answers that are right; 0 without positive answers */
    public double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /** @return the share of true cases that were found; 0 without true cases */
    public double recall() {
        return ratio(truePositives, positives());
    }

    /** @return the number of true cases */
    public long positives() {
        return truePositives + falseNegatives;
    }

    /** @return the number of answers */
    public long count() {
        return positives() + falsePositives + trueNegatives;
    }

    static double ratio(final long numerator, final long denominator) {
        return denominator == 0 ? 0 : (double) numerator / denominator;
    }
}
