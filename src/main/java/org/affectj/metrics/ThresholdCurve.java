package org.affectj.metrics;

/**
 * How well values in [0, 1] tell present from absent, at any threshold: precision, recall and F1, the best threshold,
 * and what doesn't depend on one. In one pass and fixed memory: values are counted in steps of 0.001, those of one step
 * as equal. A value at or above the threshold counts as present.
 */
public final class ThresholdCurve implements Mergeable<ThresholdCurve> {

    private static final int STEPS = 1000;

    private final int[] positives = new int[STEPS + 1];
    private final int[] negatives = new int[STEPS + 1];

    /** Takes one value in. */
    public void add(final double value, final boolean actual) {
        (actual ? positives : negatives)[step(value)]++;
    }

    private static int step(final double value) {
        return (int) Math.floor(value * STEPS + 1e-9);
    }

    @Override
    public void merge(final ThresholdCurve other, final int times) {
        for (int i = 0; i <= STEPS; i++)
            positives[i] += times * other.positives[i];
        for (int i = 0; i <= STEPS; i++)
            negatives[i] += times * other.negatives[i];
    }

    /**
     * @param threshold in [0, 1]; multiples of 0.001 are exact
     * @return the counts of the answer "value ≥ threshold"
     */
    public BinaryScore at(final double threshold) {
        final int from = step(threshold);
        final BinaryScore score = new BinaryScore();
        for (int i = 0; i <= STEPS; i++) {
            score.add(i >= from, true, positives[i]);
            score.add(i >= from, false, negatives[i]);
        }
        return score;
    }

    /**
     * @return the threshold with the best F1, of 0.05, 0.06, … 0.95; of equal ones the nearest to 0.5; 0.5 without
     *         positives
     */
    public double best() {
        int best = 50;
        for (int distance = 0; distance <= 45; distance++)
            for (final int percent : new int[] { 50 - distance, 50 + distance })
                if (at(percent / 100.0).f1() > at(best / 100.0).f1()) best = percent;
        return best / 100.0;
    }

    /**
     * @return the area under the ROC curve: how often a present one has a larger value than an absent one, ties
     *         counting half (Hanley &amp; McNeil 1982); NaN where one of them is missing
     */
    public double rocArea() {
        double wins = 0;
        long below = 0;
        long present = 0;
        for (int i = 0; i <= STEPS; i++) {
            wins += positives[i] * (below + negatives[i] / 2.0);
            below += negatives[i];
            present += positives[i];
        }
        return below == 0 || present == 0 ? Double.NaN : wins / present / below;
    }

    /**
     * @return average precision, the mean over present ones of the precision at their own value as threshold, without
     *         interpolation; NaN where none is present
     */
    public double averagePrecision() {
        double sum = 0;
        long hits = 0;
        long answers = 0;
        for (int i = STEPS; i >= 0; i--) {
            hits += positives[i];
            answers += positives[i] + negatives[i];
            if (positives[i] > 0) sum += positives[i] * ((double) hits / answers);
        }
        return hits == 0 ? Double.NaN : sum / hits;
    }
}
