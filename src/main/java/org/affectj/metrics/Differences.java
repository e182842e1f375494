package org.affectj.metrics;

/**
 * How far two methods that measure the same are apart, in one pass: bias and limits of agreement (Bland &amp; Altman,
 * The Lancet 327, 307, 1986), and the root of the mean square.
 */
public final class Differences {

    /** Of a normal distribution, 95 % lie within so many standard deviations. */
    private static final double SPREAD = 1.96;

    private long count;
    private double mean;
    private double squares;

    /** Takes one pair in: the first measure and the second. */
    public void add(final double first, final double second) {
        final double difference = first - second;
        count++;
        final double before = difference - mean;
        mean += before / count;
        squares += before * (difference - mean);
    }

    /** @return the bias: the mean of first less second; NaN without pairs */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** @return the standard deviation of the differences, of a sample; NaN with fewer than 2 pairs */
    public double deviation() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }

    /**
     * @return the limits of agreement, bias ± 1.96 standard deviations, between which 95 % of differences lie if normal
     */
    public Interval limits() {
        return new Interval(mean() - SPREAD * deviation(), mean() + SPREAD * deviation());
    }

    /** @return the root of the mean squared difference; NaN without pairs */
    public double rootMeanSquare() {
        return Math.sqrt(squares / count + mean() * mean());
    }
}
