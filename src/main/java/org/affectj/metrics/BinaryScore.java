package org.affectj.metrics;

/** Counts of right and wrong answers to a question of yes or no, and what follows from them (METHOD 5). */
public final class BinaryScore implements Mergeable<BinaryScore> {

    private long truePositives;
    private long falsePositives;
    private long falseNegatives;
    private long trueNegatives;

    /** Takes one answer in. */
    public void add(final boolean predicted, final boolean actual) {
        add(predicted, actual, 1);
    }

    /** Takes the same answer in several times. */
    void add(final boolean predicted, final boolean actual, final long times) {
        if (predicted && actual) truePositives += times;
        else if (predicted) falsePositives += times;
        else if (actual) falseNegatives += times;
        else trueNegatives += times;
    }

    @Override
    public void merge(final BinaryScore other, final int times) {
        truePositives += times * other.truePositives;
        falsePositives += times * other.falsePositives;
        falseNegatives += times * other.falseNegatives;
        trueNegatives += times * other.trueNegatives;
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

    /**
     * @return Cohen's kappa, agreement beyond what chance gives: 2(TP·TN − FP·FN) / ((TP+FP)(FP+TN) + (TP+FN)(FN+TN));
     *         0 when the denominator is 0, that is when truth and answers are all the same
     */
    public double kappa() {
        final double tp = truePositives;
        final double fp = falsePositives;
        final double fn = falseNegatives;
        final double tn = trueNegatives;
        final double denominator = (tp + fp) * (fp + tn) + (tp + fn) * (fn + tn);
        return denominator == 0 ? 0 : 2 * (tp * tn - fp * fn) / denominator;
    }

    /** @return whether any answer was positive, so that there is a precision */
    public boolean hasPositiveAnswers() {
        return truePositives + falsePositives > 0;
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
