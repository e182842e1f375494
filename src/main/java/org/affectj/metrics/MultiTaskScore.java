package org.affectj.metrics;

import java.util.Arrays;
import java.util.List;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.model.Prediction;

/**
 * P_MTL and its parts (METHOD 5): concordance of valence and arousal, F1 of 8 expressions and of 12 action units, each
 * over the faces that are labelled for it. Accumulates in one pass.
 */
public final class MultiTaskScore implements Mergeable<MultiTaskScore> {

    private final Concordance valence = new Concordance();
    private final Concordance arousal = new Concordance();
    private final Confusion expressions = new Confusion(Expression.values().length);
    private final BinaryScore[] actionUnits = new BinaryScore[ActionUnit.values().length];

    /** Nothing counted yet. */
    public MultiTaskScore() {
        for (int i = 0; i < actionUnits.length; i++)
            actionUnits[i] = new BinaryScore();
    }

    /**
     * Takes in what is known of one face.
     *
     * @param truth what is known; the rest doesn't count
     * @param said what a model says
     * @param present whether the model says that an action unit is there, 12, by {@link ActionUnit#ordinal()}
     */
    public void add(final Truth truth, final Prediction said, final boolean[] present) {
        truth.expression().ifPresent(actual -> addExpression(actual, said.expression()));
        if (truth.knowsAffect()) addAffect(truth.valence(), truth.arousal(), said.valence(), said.arousal());
        for (final ActionUnit unit : ActionUnit.values())
            if (truth.knows(unit))
                addActionUnit(unit, truth.shows(unit), present[unit.ordinal()]);
    }

    @Override
    public void merge(final MultiTaskScore other, final int times) {
        valence.merge(other.valence, times);
        arousal.merge(other.arousal, times);
        expressions.merge(other.expressions, times);
        for (int i = 0; i < actionUnits.length; i++)
            actionUnits[i].merge(other.actionUnits[i], times);
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

    /** @return the mean F1 of the action units that are labelled, all 12 in the challenge; 0 if none is */
    public double meanActionUnitF1() {
        return Arrays.stream(actionUnits).filter(unit -> unit.count() > 0).mapToDouble(BinaryScore::f1).average()
            .orElse(0);
    }

    /** @return the action units that are labelled */
    public List<ActionUnit> labelledActionUnits() {
        return Arrays.stream(ActionUnit.values()).filter(unit -> actionUnit(unit).count() > 0).toList();
    }

    /** @return whether faces are labelled for all tasks and all 12 action units, as {@link #total} wants it */
    public boolean isComplete() {
        return valence.count() > 0 && expressions.count() > 0 && labelledActionUnits().size() == actionUnits.length;
    }

    /** @return mean concordance + macro F1 of expressions + mean F1 of action units, in [-1, 3] */
    public double total() {
        return meanConcordance() + expressions.macroF1() + meanActionUnitF1();
    }
}
