package org.affectj.analysis;

import java.util.Arrays;
import java.util.Locale;

import org.affectj.AffectException;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Takes the jitter out of a series. Times needn't be regular, and nothing is averaged over a gap: each piece between
 * gaps is smoothed by itself, and where there was no value there is none afterwards.
 *
 * @param method how
 * @param width in seconds, above 0: the whole window of median and Savitzky–Golay, or the Gaussian's full width at half
 *            its height
 * @param degree of the polynomials of Savitzky–Golay, 0 to 5
 * @param longestGap in seconds, above 0: values that are farther apart belong to different pieces
 */
public record Smoothing(Method method, double width, int degree, double longestGap) {

    /** Neither smooths nor divides. */
    public static final Smoothing DEFAULT = new Smoothing(Method.NONE, 0.5, 2, 0.5);

    private static final int HIGHEST_DEGREE = 5;
    /** Beyond so many standard deviations, a Gaussian's weights don't matter. */
    private static final double REACH = 4;

    /** Ways to smooth. */
    public enum Method {
        /** Leaves values as they are. */
        NONE,
        /**
         * The mean of the neighbours, weighted by a Gaussian of their distance in time (Nadaraya 1964; Watson 1964).
         */
        GAUSSIAN,
        /** The median of the window: takes out single outliers, and keeps edges (Tukey 1977). */
        MEDIAN,
        /**
         * The value of the polynomial that fits the window best by least squares (Savitzky &amp; Golay 1964): keeps the
         * height of peaks better than a mean. At the ends of a piece the window has one side only.
         */
        SAVITZKY_GOLAY;

        /** @return as it is written in a shell: {@code savitzky-golay} */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Smoothing {
        if (!(width > 0))
            throw new AffectException("The width of the smoothing can't be " + width
                + " seconds: give a number above 0.");
        if (degree < 0 || degree > HIGHEST_DEGREE)
            throw new AffectException("The degree of the smoothing can't be " + degree + ": give 0 to "
                + HIGHEST_DEGREE + ".");
        Series.checkGap(longestGap);
    }

    /** @return the smoothed series, at the same times */
    public Series smooth(final Series series) {
        if (method == Method.NONE) return series;
        final double[] smoothed = new double[series.size()];
        Arrays.fill(smoothed, Double.NaN);
        for (final int[] places : series.pieces(longestGap)) {
            final double[] values = smoothPiece(series.at(places));
            for (int i = 0; i < places.length; i++)
                smoothed[places[i]] = values[i];
        }
        return series.with(smoothed);
    }

    private double[] smoothPiece(final Series piece) {
        final double[] smoothed = new double[piece.size()];
        final double reach = reach() + Series.ROUNDING;
        int from = 0;
        int to = 0;
        for (int i = 0; i < smoothed.length; i++) {
            final double time = piece.times()[i];
            while (piece.times()[from] < time - reach) from++;
            while (to < smoothed.length && piece.times()[to] <= time + reach) to++;
            smoothed[i] = switch (method) {
                case NONE -> piece.values()[i];
                case GAUSSIAN -> weightedMean(piece, from, to, time);
                case MEDIAN -> new Median().evaluate(piece.values(), from, to - from);
                case SAVITZKY_GOLAY -> polynomial(piece, from, to, time);
            };
        }
        return smoothed;
    }

    /** How far to each side a window goes, in seconds. */
    private double reach() {
        return method == Method.GAUSSIAN ? REACH * deviation() : width / 2;
    }

    /** The standard deviation of a Gaussian that is so wide at half its height. */
    private double deviation() {
        return width / (2 * Math.sqrt(2 * Math.log(2)));
    }

    private double weightedMean(final Series piece, final int from, final int to, final double time) {
        double sum = 0;
        double weights = 0;
        for (int i = from; i < to; i++) {
            final double distance = (piece.times()[i] - time) / deviation();
            final double weight = Math.exp(-distance * distance / 2);
            sum += weight * piece.values()[i];
            weights += weight;
        }
        return sum / weights;
    }

    /**
     * The least-squares polynomial at one time, by polynomials that are orthogonal over the times of the window, so
     * that no equations need solving (Forsythe 1957). With as few values as the degree, the degree is lower.
     */
    private double polynomial(final Series piece, final int from, final int to, final double time) {
        final int n = to - from;
        double[] before = new double[n];
        double[] now = new double[n];
        Arrays.fill(now, 1);
        double beforeAtTime = 0;
        double nowAtTime = 1;
        double beforeNorm = 1;
        double value = 0;
        for (int k = 0; k <= Math.min(degree, n - 1); k++) {
            double norm = 0;
            double product = 0;
            double shift = 0;
            for (int i = 0; i < n; i++) {
                norm += now[i] * now[i];
                product += now[i] * piece.values()[from + i];
                shift += (piece.times()[from + i] - time) * now[i] * now[i];
            }
            value += product / norm * nowAtTime;
            final double alpha = shift / norm;
            final double beta = k == 0 ? 0 : norm / beforeNorm;
            final double[] next = new double[n];
            for (int i = 0; i < n; i++)
                next[i] = (piece.times()[from + i] - time - alpha) * now[i] - beta * before[i];
            final double nextAtTime = -alpha * nowAtTime - beta * beforeAtTime;
            before = now;
            now = next;
            beforeAtTime = nowAtTime;
            nowAtTime = nextAtTime;
            beforeNorm = norm;
        }
        return value;
    }
}
