package org.affectj.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.affectj.metrics.Concordance;
import org.affectj.metrics.Confusion;
import org.affectj.metrics.Differences;
import org.affectj.metrics.IntraclassCorrelation;
import org.affectj.metrics.IntraclassCorrelation.Form;
import org.affectj.metrics.KappaWeights;
import org.affectj.model.Expression;

/** How far a column of one table agrees with a column of another, in one pass and fixed memory. */
public final class ColumnAgreement {

    /** How many pairs are kept for drawing. */
    public static final int DRAWN = 4000;

    private final ColumnPair columns;
    private final Concordance concordance = new Concordance();
    private final IntraclassCorrelation correlation = new IntraclassCorrelation(2);
    private final Differences differences = new Differences();
    private final Confusion confusion = new Confusion(Expression.values().length);
    private final List<double[]> drawn = new ArrayList<>();
    private final Random random = new Random(1);
    private boolean classes = true;
    private boolean binary = true;

    ColumnAgreement(final ColumnPair columns) {
        this.columns = columns;
    }

    void add(final double first, final double second) {
        concordance.add(first, second);
        correlation.add(first, second);
        differences.add(first, second);
        classes &= isClass(first) && isClass(second);
        binary &= first <= 1 && second <= 1;
        if (classes) confusion.add((int) second, (int) first);
        keep(new double[] { first, second });
    }

    private static boolean isClass(final double value) {
        return value == Math.rint(value) && value >= 0 && value < Expression.values().length;
    }

    /** Every pair is kept with the same probability (reservoir sampling; Vitter 1985). */
    private void keep(final double[] pair) {
        if (drawn.size() < DRAWN) drawn.add(pair);
        else {
            final long place = (long) (random.nextDouble() * concordance.count());
            if (place < DRAWN) drawn.set((int) place, pair);
        }
    }

    /** @return which columns */
    public ColumnPair columns() {
        return columns;
    }

    /** @return means, Pearson's correlation and concordance (CCC) */
    public Concordance concordance() {
        return concordance;
    }

    /** @return ICC(2,1) or ICC(3,1), as asked for; NaN with fewer than 2 pairs */
    public double icc(final Form form) {
        return correlation.targets() < 2 ? Double.NaN : correlation.value(form);
    }

    /** @return bias, limits of agreement, root mean square */
    public Differences differences() {
        return differences;
    }

    /** @return whether the columns hold names, whose numbers mean nothing */
    public boolean isNominal() {
        return columns.first().equals(Channels.EXPRESSION);
    }

    /**
     * @param weights how much a wrong answer counts
     * @return Cohen's kappa; NaN unless all values are whole numbers from 0 to 7, and without pairs; where classes have
     *         no order or are only two, NaN for weights
     */
    public double kappa(final KappaWeights weights) {
        if (!classes || concordance.count() == 0) return Double.NaN;
        return weights != KappaWeights.NONE && (binary || isNominal()) ? Double.NaN : confusion.kappa(weights);
    }

    /** @return some of the pairs, first and second, to draw; all if there are few */
    public List<double[]> drawn() {
        return drawn;
    }
}
