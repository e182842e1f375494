package org.affectj.metrics;

/**
 * Intraclass correlations of targets that the same judges rate (Shrout &amp; Fleiss 1979; McGraw &amp; Wong 1996), in
 * one pass over the targets. A judge is a person or a model.
 */
public final class IntraclassCorrelation implements Mergeable<IntraclassCorrelation> {

    private final int judges;
    private final double[] means;
    /** Sums of products of ratings about the means of their judges. */
    private final double[][] products;
    private long targets;

    /**
     * The coefficients by Shrout and Fleiss's names: after the comma 1 for one judge's rating, k for the mean of all.
     */
    public enum Form {
        /** ICC(1,1): each target has judges of its own. */
        ICC_1_1,
        /** ICC(2,1), McGraw and Wong's ICC(A,1): absolute agreement; a judge's constant shift counts as error. */
        ICC_2_1,
        /** ICC(3,1), McGraw and Wong's ICC(C,1): consistency; a judge's constant shift doesn't count. */
        ICC_3_1,
        /** ICC(1,k). */
        ICC_1_K,
        /** ICC(2,k), McGraw and Wong's ICC(A,k). */
        ICC_2_K,
        /** ICC(3,k), McGraw and Wong's ICC(C,k): Cronbach's alpha. */
        ICC_3_K
    }

    /** @param judges how many rate each target, 2 or more */
    public IntraclassCorrelation(final int judges) {
        if (judges < 2) throw new IllegalArgumentException("2 judges or more expected, got " + judges);
        this.judges = judges;
        means = new double[judges];
        products = new double[judges][judges];
    }

    /**
     * Takes in one target.
     *
     * @param ratings one a judge, always in the same order
     */
    public void add(final double... ratings) {
        if (ratings.length != judges)
            throw new IllegalArgumentException(judges + " ratings expected, got " + ratings.length);
        targets++;
        final double[] before = new double[judges];
        for (int i = 0; i < judges; i++) {
            before[i] = ratings[i] - means[i];
            means[i] += before[i] / targets;
        }
        for (int i = 0; i < judges; i++)
            for (int j = 0; j < judges; j++)
                products[i][j] += before[i] * (ratings[j] - means[j]);
    }

    @Override
    public void merge(final IntraclassCorrelation other, final int times) {
        if (other.targets == 0) return;
        final long added = times * other.targets;
        final double share = (double) added / (targets + added);
        final double[] shifts = new double[judges];
        for (int i = 0; i < judges; i++)
            shifts[i] = other.means[i] - means[i];
        for (int i = 0; i < judges; i++) {
            for (int j = 0; j < judges; j++)
                products[i][j] += times * other.products[i][j] + shifts[i] * shifts[j] * targets * share;
            means[i] += shifts[i] * share;
        }
        targets += added;
    }

    /** @return the number of targets */
    public long targets() {
        return targets;
    }

    /** @return a coefficient, at most 1; 0 where ratings don't differ, or with fewer than 2 targets */
    public double value(final Form form) {
        if (targets < 2) return 0;
        final double n = targets;
        final double k = judges;
        final double rows = sumOfProducts() / k;
        final double error = Math.max(0, sumOfSquares() - rows); // not below 0 by rounding
        final double columns = n * squaresOfMeans();
        final double msr = rows / (n - 1);
        final double msw = (columns + error) / (n * (k - 1));
        final double msc = columns / (k - 1);
        final double mse = error / ((n - 1) * (k - 1));
        return switch (form) {
            case ICC_1_1 -> ratio(msr - msw, msr + (k - 1) * msw);
            case ICC_2_1 -> ratio(msr - mse, msr + (k - 1) * mse + k * (msc - mse) / n);
            case ICC_3_1 -> ratio(msr - mse, msr + (k - 1) * mse);
            case ICC_1_K -> ratio(msr - msw, msr);
            case ICC_2_K -> ratio(msr - mse, msr + (msc - mse) / n);
            case ICC_3_K -> ratio(msr - mse, msr);
        };
    }

    private double sumOfProducts() {
        double sum = 0;
        for (final double[] row : products)
            for (final double product : row)
                sum += product;
        return sum;
    }

    private double sumOfSquares() {
        double sum = 0;
        for (int i = 0; i < judges; i++)
            sum += products[i][i];
        return sum;
    }

    private double squaresOfMeans() {
        double mean = 0;
        for (final double of : means)
            mean += of / judges;
        double sum = 0;
        for (final double of : means)
            sum += (of - mean) * (of - mean);
        return sum;
    }

    private static double ratio(final double numerator, final double denominator) {
        return denominator == 0 ? 0 : numerator / denominator;
    }
}
