package org.affectj.metrics;

/**
 * Finds the threshold with the best F1 for values in [0, 1], in one pass and fixed memory: values are counted in steps
 * of 0.01, and a value at or above the threshold counts as present.
 */
public final class ThresholdSearch {

    private static final int STEPS = 100;

    private final long[] positives = new long[STEPS + 1];
    private final long[] negatives = new long[STEPS + 1];

    /** Takes one value in. */
    public void add(final double value, final boolean actual) {
        (actual ? positives : negatives)[(int) Math.floor(value * STEPS + 1e-9)]++;
    }

    /** @return F1 of the answer "value ≥ step / 100" */
    public double f1(final int step) {
        long hits = 0;
        long misses = 0;
        long alarms = 0;
        for (int i = 0; i <= STEPS; i++) {
            if (i < step) misses += positives[i];
            else {
                hits += positives[i];
                alarms += negatives[i];
            }
        }
        return BinaryScore.ratio(2 * hits, 2 * hits + misses + alarms);
    }

    /** @return the best threshold from 0.05 to 0.95, of equal ones the nearest to 0.5; 0.5 without positives */
    public double best() {
        int best = STEPS / 2;
        for (int distance = 0; distance <= 45; distance++) {
            if (f1(50 - distance) > f1(best)) best = 50 - distance;
            if (f1(50 + distance) > f1(best)) best = 50 + distance;
        }
        return best / (double) STEPS;
    }
}
