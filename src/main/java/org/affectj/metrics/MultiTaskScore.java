package org.affectj.metrics;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/**
 * P_MTL and its parts (METHOD 5): concordance of valence and arousal, F1 of 8 expressions and of 12 action units, each
 * over the faces that are labelled for it. Accumulates in one pass.
 */
public final class MultiTaskScore {

    private final Concordance valence = new Concordance();
    private final Concordance arousal = new Concordance();
    private final Confusion expressions = new Confusion(Expression.values().length);
    private final BinaryScore[] actionUnits = new BinaryScore[ActionUnit.values().length];

    /** Nothing counted yet. */
    public MultiTaskScore() {
        for (int i = 0; i < actionUnits.length; i++)
            actionUnits[i] = new BinaryScore();
    }

    /** Takes in one face that is labelled for valence and arousal. */
    public void addAffect(final double trueValence, final double trueArousal, final double predictedValence,
        final double predictedArousal) {
        valence.add(trueValence, predictedValence);
        arousal.add(trueArousal, predictedArousal);
    }

    /** Takes in one face that is labelled for its expression. */
    public void addExpression(final Expression actual, final Expression predicted) {
        expressions.add(actual.ordinal(), predicted.ordinal());
    }

    /** Takes in one face that is labelled for one action unit. */
    public void addActionUnit(final ActionUnit unit, final boolean actual, final boolean predicted) {
        actionUnits[unit.ordinal()].add(predicted, actual);
    }

    /** @return agreement of valence */
    public Concordance valence() {
        return valence;
    }

    /** @return agreement of arousal */
    public Concordance arousal() {
        return arousal;
    }

    /** @return which expressions were taken for which */
    public Confusion expressions() {
        return expressions;
    }

    /** @return counts of one action unit */
    public BinaryScore actionUnit(final ActionUnit unit) {
        return actionUnits[unit.ordinal()];
    }

    /** @return the mean concordance of valence and arousal */
    public double meanConcordance() {
        return (valence.value() + arousal.value()) / 2;
    }

    /** @return the mean F1 of the 12 action units */
    public double meanActionUnitF1() {
        double sum = 0;
        for (final BinaryScore unit : actionUnits)
            sum += unit.f1();
        return sum / actionUnits.length;
    }

    /** @return mean concordance + macro F1 of expressions + mean F1 of action units, in [-1, 3] */
    public double total() {
        return meanConcordance() + expressions.macroF1() + meanActionUnitF1();
    }
}
