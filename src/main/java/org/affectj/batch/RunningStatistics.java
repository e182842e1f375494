package org.affectj.batch;

/**
 * Mean, standard deviation and range of numbers that come one at a time, none of which is kept (Welford, Note on a
 * method for calculating corrected sums of squares and products, Technometrics 4, 1962). All are NaN where too few
 * numbers came.
 */
final class RunningStatistics {

    private long count = 0;
    private double mean = 0;
    private double squares = 0;
    private double minimum = Double.NaN;
    private double maximum = Double.NaN;

    /** @param value the next number */
    void add(final double value) {
        count++;
        final double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
        minimum = count == 1 ? value : Math.min(minimum, value);
        maximum = count == 1 ? value : Math.max(maximum, value);
    }

    /** @return the mean */
    double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** @return the standard deviation of a sample: the squares are divided by one less than there are numbers */
    double deviation() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }

    /** @return the smallest number */
    double minimum() {
        return minimum;
    }

    /** @return the largest number */
    double maximum() {
        return maximum;
    }
}
