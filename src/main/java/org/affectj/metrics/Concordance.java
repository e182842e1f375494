package org.affectj.metrics;

/**
 * The concordance correlation coefficient of two sequences, with population moments, in one pass (METHOD 5):
 * CCC = 2·cov / (var x + var y + (mean x − mean y)²).
 */
public final class Concordance implements Mergeable<Concordance> {

    private long count;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    /** Takes one pair in. */
    public void add(final double x, final double y) {
        count++;
        final double dx = x - meanX;
        final double dy = y - meanY;
        meanX += dx / count;
        meanY += dy / count;
        squaresX += dx * (x - meanX);
        squaresY += dy * (y - meanY);
        products += dx * (y - meanY);
    }

    /** Adds moments about two means as Chan, Golub and LeVeque (1979) do. */
    @Override
    public void merge(final Concordance other, final int times) {
        if (other.count == 0) return;
        final long added = times * other.count;
        final double share = (double) added / (count + added);
        final double dx = other.meanX - meanX;
        final double dy = other.meanY - meanY;
        squaresX += times * other.squaresX + dx * dx * count * share;
        squaresY += times * other.squaresY + dy * dy * count * share;
        products += times * other.products + dx * dy * count * share;
        meanX += dx * share;
        meanY += dy * share;
        count += added;
    }

    /** @return the number of pairs */
    public long count() {
        return count;
    }

    /** @return the mean of the first sequence; NaN without pairs */
    public double meanX() {
        return count == 0 ? Double.NaN : meanX;
    }

    /** @return the mean of the second sequence; NaN without pairs */
    public double meanY() {
        return count == 0 ? Double.NaN : meanY;
    }

    /** @return Pearson's correlation in [-1, 1]; NaN where either sequence is constant, or where there is none */
    public double correlation() {
        return products / Math.sqrt(squaresX * squaresY);
    }

    /** @return the coefficient in [-1, 1]; 0 where either sequence is constant, or where there is none */
    public double value() {
        if (count == 0) return 0;
        final double shift = meanX - meanY;
        final double denominator = squaresX + squaresY + count * shift * shift;
        return denominator == 0 ? 0 : 2 * products / denominator;
    }
}
