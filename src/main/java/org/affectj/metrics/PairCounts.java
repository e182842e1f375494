package org.affectj.metrics;

/**
 * How often pairs of true and predicted values in [-1, 1] fall into the squares of a grid with {@value #BINS} squares a
 * side. In fixed memory.
 */
public final class PairCounts {

    /** The number of squares along each side. */
    public static final int BINS = 40;

    private final long[][] counts = new long[BINS][BINS];

    /** Takes one pair in. */
    public void add(final double actual, final double predicted) {
        counts[bin(actual)][bin(predicted)]++;
    }

    private static int bin(final double value) {
        return Math.max(0, Math.min(BINS - 1, (int) Math.floor((value + 1) / 2 * BINS)));
    }

    /** @return the number of pairs in one square */
    public long count(final int actual, final int predicted) {
        return counts[actual][predicted];
    }

    /** @return the value in the middle of a row or column of squares */
    public static double middle(final int bin) {
        return (2 * bin + 1.0) / BINS - 1;
    }
}
