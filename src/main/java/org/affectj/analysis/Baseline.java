package org.affectj.analysis;

import java.util.Arrays;
import java.util.Locale;

import org.affectj.AffectException;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * What a face shows at rest, which is subtracted from its series: faces, cameras and models differ in what they
 * start from.
 *
 * @param kind what counts as rest
 * @param percentile for {@link Kind#PERCENTILE}, above 0 and below 100
 * @param from for {@link Kind#INTERVAL}, in seconds
 * @param to for {@link Kind#INTERVAL}, in seconds, not before {@code from}
 */
public record Baseline(Kind kind, double percentile, double from, double to) {

    /** Subtracts nothing. */
    public static final Baseline DEFAULT = new Baseline(Kind.NONE, 10, 0, 5);

    /** What counts as rest. */
    public enum Kind {
        /** Nothing: values stay as they are. */
        NONE,
        /** The median of the whole series: for faces that are at rest more than half of the time. */
        MEDIAN,
        /** A low percentile of the whole series: for faces that are seldom at rest. */
        PERCENTILE,
        /** The mean of an interval in which nothing happens. */
        INTERVAL;

        /** @return as it is written in a shell: {@code median} */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Baseline {
        if (!(percentile > 0 && percentile < 100))
            throw new AffectException("The percentile of the baseline can't be " + percentile
                + ": give a number between 0 and 100.");
        if (!(from <= to))
            throw new AffectException("The interval of the baseline can't last from " + from + " to " + to
                + " seconds: let it end after its beginning.");
    }

    /** @return the value at rest; NaN where the series has no value that tells */
    public double of(final Series series) {
        if (kind == Kind.NONE) return 0;
        if (kind == Kind.INTERVAL) return StatUtils.mean(series.between(from, to));
        final double[] values = Arrays.stream(series.values()).filter(value -> !Double.isNaN(value)).toArray();
        return quantile(values, kind == Kind.MEDIAN ? 50 : percentile);
    }

    /** @return the series less its value at rest; without values where that isn't known */
    public Series correct(final Series series) {
        final double rest = of(series);
        return series.with(Arrays.stream(series.values()).map(value -> value - rest).toArray());
    }

    /** Between neighbours by linear interpolation, type 7 of Hyndman &amp; Fan (1996), as R and NumPy do. */
    private static double quantile(final double[] values, final double percent) {
        return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, percent);
    }
}
