package org.affectj.analysis;

import org.affectj.AffectException;

/**
 * How two series go together in short windows and at which lag (windowed cross-correlation; Boker, Rotondo, Xu &amp;
 * King, Psychological Methods 7, 338, 2002): a window of the first series is correlated with windows of the second that
 * lie earlier or later. A positive lag means that the second follows the first.
 *
 * @param rate at which both series are sampled, per second
 * @param window length of a window in seconds, two samples or more
 * @param step from one window to the next, in seconds
 * @param maximumLag how far the windows of the second series lie earlier or later at most, in seconds
 * @param region a peak is the largest correlation among those of lags that are nearer to it than this, in seconds
 */
public record WindowedCorrelation(double rate, double window, double step, double maximumLag, double region) {

    /** For expressions of people who talk. */
    public static final WindowedCorrelation DEFAULT = new WindowedCorrelation(10, 5, 1, 2, 0.3);

    /** Without a peak. */
    static final int NONE = -1;

    public WindowedCorrelation {
        if (!(rate > 0)) throw new AffectException("The rate can't be " + rate + " per second: give a number above 0.");
        if (!(window * rate >= 2))
            throw new AffectException("A window of " + window + " seconds holds too few samples at " + rate
                + " per second: give a longer one or a higher rate.");
        if (!(step > 0)) throw new AffectException("The step can't be " + step + " seconds: give a number above 0.");
        if (!(maximumLag >= 0))
            throw new AffectException("The largest lag can't be " + maximumLag + " seconds: give 0 or more.");
        if (!(region > 0))
            throw new AffectException("The region of a peak can't be " + region + " seconds: give a number above 0.");
    }

    /** Is shown the windows. */
    @FunctionalInterface
    interface Visitor {

        /**
         * @param start of the window in the first series, in samples
         * @param correlations one a lag, from the earliest to the latest; NaN where a sample is missing or a series
         *            doesn't vary
         */
        void window(int start, double[] correlations);
    }

    /** @return the number of lags to each side */
    int lags() {
        return (int) Math.round(maximumLag * rate);
    }

    /** @return the length of a window in samples */
    int samples() {
        return (int) Math.round(window * rate);
    }

    /**
     * Visits the windows in order: those that have all lags.
     *
     * @param first samples of one person; NaN where there is none
     * @param second as many samples of the other
     */
    void visit(final double[] first, final double[] second, final Visitor visitor) {
        final int lags = lags();
        final int every = (int) Math.max(1, Math.round(step * rate));
        final double[] correlations = new double[2 * lags + 1];
        for (int start = lags; start + samples() + lags <= first.length; start += every) {
            for (int lag = -lags; lag <= lags; lag++)
                correlations[lag + lags] = correlation(first, start, second, start + lag);
            visitor.window(start, correlations);
        }
    }

    /** Pearson's, of two windows; NaN unless both are whole and vary. */
    private double correlation(final double[] first, final int from, final double[] second, final int other) {
        final int n = samples();
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += first[from + i];
            meanY += second[other + i];
        }
        meanX /= n;
        meanY /= n;
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int i = 0; i < n; i++) {
            final double dx = first[from + i] - meanX;
            final double dy = second[other + i] - meanY;
            squaresX += dx * dx;
            squaresY += dy * dy;
            products += dx * dy;
        }
        return varies(squaresX, meanX) && varies(squaresY, meanY) ? products / Math.sqrt(squaresX * squaresY)
            : Double.NaN;
    }

    /** Rounding alone makes no variance; false for NaN too. */
    private static boolean varies(final double squares, final double mean) {
        return squares > 1e-20 * (1 + mean * mean);
    }

    /**
     * Picks the peak that is nearest to lag 0, as Boker and others do: the two influence each other at once or soon.
     *
     * @param correlations of one window
     * @return its place, or {@link #NONE} if no lag has larger neighbours on neither side
     */
    int peak(final double[] correlations) {
        final int lags = lags();
        final int near = (int) Math.max(1, Math.round(region * rate));
        for (int distance = 0; distance <= lags - near; distance++) {
            final boolean earlier = isPeak(correlations, lags - distance, near);
            final boolean later = isPeak(correlations, lags + distance, near);
            if (earlier && later)
                return correlations[lags + distance] >= correlations[lags - distance] ? lags + distance
                    : lags - distance;
            if (earlier) return lags - distance;
            if (later) return lags + distance;
        }
        return NONE;
    }

    private static boolean isPeak(final double[] correlations, final int at, final int near) {
        for (int i = 1; i <= near; i++)
            if (!(correlations[at] > correlations[at - i] && correlations[at] > correlations[at + i])) return false;
        return true;
    }
}
