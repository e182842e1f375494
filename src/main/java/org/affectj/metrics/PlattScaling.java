package org.affectj.metrics;

import java.util.ArrayList;
import java.util.List;

import org.affectj.engine.Calibration;

/**
 * Finds the logistic curve that makes the probabilities of one yes-no question most honest: p becomes σ(scale · logit p
 * + shift) with the largest likelihood of the answers (Platt 1999, "Probabilistic Outputs for Support Vector
 * Machines"), by Newton's method as Lin, Lin and Weng (2007) run it. As Platt does, yes counts (y + 1) / (y + 2) and no
 * 1 / (n + 2), where y were yes and n no, so that it is finite where all answers are told apart. Memory grows with the
 * answers; meant for validation data.
 */
public final class PlattScaling {

    /** Fewer answers of a kind tell too little: their curve would be chance. */
    private static final int FEWEST = 20;
    private static final int MOST_STEPS = 100;
    private static final double SMALLEST_STEP = 1e-10;
    /** Keeps Newton's steps finite where the likelihood is flat. */
    private static final double RIDGE = 1e-12;

    private final List<double[]> answers = new ArrayList<>();
    private int yes;

    /**
     * The curve.
     *
     * @param scale above 0
     * @param shift any number
     */
    public record Curve(double scale, double shift) {

        /** Changes nothing. */
        public static final Curve NONE = new Curve(1, 0);
    }

    /**
     * Takes one answer in.
     *
     * @param probability of yes, in [0, 1]
     * @param actual whether it is yes
     */
    public void add(final double probability, final boolean actual) {
        final double p = Math.min(Math.max(probability, Calibration.NEAREST), 1 - Calibration.NEAREST);
        answers.add(new double[] { Math.log(p / (1 - p)), actual ? 1 : 0 });
        if (actual) yes++;
    }

    /** @return the best curve; {@link Curve#NONE} with fewer than 20 answers of a kind, or where it would fall */
    public Curve best() {
        final int no = answers.size() - yes;
        if (yes < FEWEST || no < FEWEST) return Curve.NONE;
        final double ofYes = (yes + 1.0) / (yes + 2);
        final double ofNo = 1 / (no + 2.0);
        Curve best = Curve.NONE;
        double loss = loss(best, ofYes, ofNo);
        for (int step = 0; step < MOST_STEPS; step++) {
            final double[] towards = newton(best, ofYes, ofNo);
            double length = 1;
            Curve next = moved(best, towards, length);
            while (loss(next, ofYes, ofNo) > loss && length > SMALLEST_STEP)
                next = moved(best, towards, length /= 2);
            final double found = loss(next, ofYes, ofNo);
            if (!(found < loss - SMALLEST_STEP)) break;
            best = next;
            loss = found;
        }
        return best.scale() > 0 ? best : Curve.NONE;
    }

    private static Curve moved(final Curve from, final double[] towards, final double length) {
        return new Curve(from.scale() + length * towards[0], from.shift() + length * towards[1]);
    }

    /** −Σ t log q + (1 − t) log(1 − q), where q is what the curve makes and t what an answer counts. */
    private double loss(final Curve curve, final double ofYes, final double ofNo) {
        double sum = 0;
        for (final double[] answer : answers) {
            final double z = curve.scale() * answer[0] + curve.shift();
            final double target = answer[1] > 0 ? ofYes : ofNo;
            sum += Math.max(z, 0) - z * target + Math.log1p(Math.exp(-Math.abs(z)));
        }
        return sum;
    }

    /** −H⁻¹ g of the loss, for scale and shift. */
    private double[] newton(final Curve curve, final double ofYes, final double ofNo) {
        double gScale = 0;
        double gShift = 0;
        double hScale = RIDGE;
        double hShift = RIDGE;
        double hBoth = 0;
        for (final double[] answer : answers) {
            final double x = answer[0];
            final double q = 1 / (1 + Math.exp(-curve.scale() * x - curve.shift()));
            final double wrong = q - (answer[1] > 0 ? ofYes : ofNo);
            gScale += wrong * x;
            gShift += wrong;
            final double weight = q * (1 - q);
            hScale += weight * x * x;
            hShift += weight;
            hBoth += weight * x;
        }
        final double determinant = hScale * hShift - hBoth * hBoth;
        return new double[] { -(hShift * gScale - hBoth * gShift) / determinant,
            -(hScale * gShift - hBoth * gScale) / determinant };
    }
}
