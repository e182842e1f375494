package org.affectj.training;

import java.util.Arrays;
import java.util.stream.Stream;

import org.affectj.engine.Tensor;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.training.data.Labels;

/**
 * How much each action unit and each expression counts in the losses, so that rare ones are learnt too.
 *
 * @param actionUnits w_i = (1 / positives_i) / Σ_j (1 / positives_j) · 12 (METHOD 3.1)
 * @param expressions c_k = n / (8 · n_k) (METHOD 3.2)
 */
record LossWeights(float[] actionUnits, float[] expressions) {

    /** Everything counts the same. */
    static final LossWeights EQUAL = new LossWeights(ones(ActionUnit.values().length),
        ones(Expression.values().length));

    /**
     * Counts labels. What never occurs in training gets the weight of what occurs once.
     *
     * @param labels of the training faces
     */
    static LossWeights of(final Stream<Labels> labels) {
        final long[] positives = new long[ActionUnit.values().length];
        final long[] counts = new long[Expression.values().length];
        labels.forEach(face -> {
            for (int i = 0; i < positives.length; i++)
                if (face.actionUnitWeights()[i] > 0 && face.actionUnits()[i] >= 0.5) positives[i]++;
            if (face.expressionWeight() > 0) face.expression().ifPresent(expression -> counts[expression.ordinal()]++);
        });
        return of(positives, counts);
    }

    /**
     * @param positives how often each action unit is present
     * @param counts how often each expression is shown
     */
    static LossWeights of(final long[] positives, final long[] counts) {
        final double inverse = Arrays.stream(positives).mapToDouble(LossWeights::inverse).sum();
        final double all = Arrays.stream(counts).sum();
        final float[] units = new float[positives.length];
        final float[] expressions = new float[counts.length];
        for (int i = 0; i < units.length; i++)
            units[i] = (float) (inverse(positives[i]) / inverse * units.length);
        for (int k = 0; k < expressions.length; k++)
            expressions[k] = (float) (all == 0 ? 1 : all / expressions.length * inverse(counts[k]));
        return new LossWeights(units, expressions);
    }

    private static double inverse(final long count) {
        return 1.0 / Math.max(1, count);
    }

    Tensor ofActionUnits() {
        return Tensor.of(actionUnits, actionUnits.length);
    }

    Tensor ofExpressions() {
        return Tensor.of(expressions, expressions.length);
    }

    private static float[] ones(final int count) {
        final float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
