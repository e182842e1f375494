package org.affectj.training.data;

import java.util.Optional;

import org.affectj.metrics.JudgedFace;
import org.affectj.metrics.Truth;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.model.Prediction;

/**
 * What is known of one face, with how much each piece of it counts in training; 0 for what isn't known.
 *
 * @param expressions 8 shares that sum to 1, by {@link Expression#ordinal()}; all 0 if not labelled
 * @param expressionWeight how much they count, in [0, 1]
 * @param expression the one expression that evaluation takes as true; empty if the protocol leaves the face out
 * @param actionUnits 12 targets in [0, 1], by {@link ActionUnit#ordinal()}
 * @param actionUnitWeights how much each of them counts, in [0, 1]
 * @param valence in [-1, 1]
 * @param arousal in [-1, 1]
 * @param affectWeight 1 if both are known, else 0
 */
public record Labels(float[] expressions, float expressionWeight, Optional<Expression> expression, float[] actionUnits,
    float[] actionUnitWeights, float valence, float arousal, float affectWeight) {

    private static final int EXPRESSIONS = Expression.values().length;
    private static final int UNITS = ActionUnit.values().length;

    public Labels {
        if (expressions.length != EXPRESSIONS) throw new IllegalArgumentException("8 expressions expected");
        if (actionUnits.length != UNITS || actionUnitWeights.length != UNITS)
            throw new IllegalArgumentException("12 action units expected");
    }

    /**
     * Labels of a real face whose expression alone people judged.
     *
     * @param shares 8 shares of the judgements, summing to 1, or all 0 if nothing usable was said
     * @param weight how much the judgement counts, in [0, 1]
     * @param expression what evaluation takes as true
     * @return the labels
     */
    public static Labels fromExpressions(final float[] shares, final float weight,
        final Optional<Expression> expression)
    {
        return new Labels(shares, weight, expression, new float[UNITS], new float[UNITS], 0, 0, 0);
    }

    /**
     * @param mouth how far the face's mouth is open; empty if that isn't known
     * @return these labels; where only the expression is known, with action units that follow by
     *         {@link CoAnnotation} and from the mouth, and valence and arousal by {@link CircumplexTargets}. All are
     *         weak: nobody judged them
     */
    public Labels withWeakTargets(final Optional<MouthOpening> mouth) {
        if (affectWeight > 0 || knowsActionUnits()) return this;
        final CoAnnotation units = CoAnnotation.of(expressions, expressionWeight);
        mouth.ifPresent(opening -> opening.set(units.targets(), units.weights()));
        final CircumplexTargets affect = CircumplexTargets.of(expressions, expressionWeight);
        return new Labels(expressions, expressionWeight, expression, units.targets(), units.weights(),
            affect.valence(), affect.arousal(), affect.weight());
    }

    /** @return these labels with other shares of expressions, which sum to 1 */
    public Labels withExpressions(final float[] shares) {
        return new Labels(shares, expressionWeight, expression, actionUnits, actionUnitWeights, valence, arousal,
            affectWeight);
    }

    /**
     * @param said a model's values of the 12 action units, in [0, 1]
     * @param sure from which value one is taken as present; as absent it is below 1 − sure
     * @param weight how much such a weak target counts, in [0, 1]
     * @return these labels; of action units of which nothing is known, those that the model is sure of
     */
    public Labels withSureActionUnits(final float[] said, final double sure, final float weight) {
        final float[] targets = actionUnits.clone();
        final float[] weights = actionUnitWeights.clone();
        for (int i = 0; i < UNITS; i++) {
            if (weights[i] > 0 || said[i] < sure && said[i] > 1 - sure) continue;
            targets[i] = said[i] >= sure ? 1 : 0;
            weights[i] = weight;
        }
        return new Labels(expressions, expressionWeight, expression, targets, weights, valence, arousal, affectWeight);
    }

    /** @return whether an action unit is known */
    public boolean knowsActionUnits() {
        for (final float weight : actionUnitWeights)
            if (weight > 0) return true;
        return false;
    }

    /** @return whether anything is known */
    public boolean any() {
        return expressionWeight > 0 || affectWeight > 0 || knowsActionUnits();
    }

    /** @return what predictions are compared with */
    public Truth truth() {
        final double[] units = new double[UNITS];
        for (int i = 0; i < UNITS; i++)
            units[i] = actionUnitWeights[i] > 0 ? actionUnits[i] : Double.NaN;
        return new Truth(expression, units, affectWeight > 0 ? valence : Double.NaN,
            affectWeight > 0 ? arousal : Double.NaN);
    }

    /**
     * Labels of a face whose action units are known exactly.
     *
     * @param present 12 yes or no
     * @param expression the expression that its action units make up, if they make up one
     * @param weight how much that expression counts in training, in [0, 1]
     * @return the labels
     */
    public static Labels ofActionUnits(final boolean[] present, final Optional<Expression> expression,
        final float weight)
    {
        final float[] targets = new float[UNITS];
        final float[] weights = new float[UNITS];
        for (int i = 0; i < UNITS; i++) {
            targets[i] = present[i] ? 1 : 0;
            weights[i] = 1;
        }
        final float[] shares = expression.map(Labels::certain).orElseGet(() -> new float[EXPRESSIONS]);
        return new Labels(shares, expression.isPresent() ? weight : 0, expression, targets, weights, 0, 0, 0);
    }

    /** @return 8 shares, all on one expression */
    public static float[] certain(final Expression expression) {
        final float[] shares = new float[EXPRESSIONS];
        shares[expression.ordinal()] = 1;
        return shares;
    }

    /**
     * @param image the picture's name in its data set
     * @param subject who it shows
     * @param said what a model says of the face
     * @param present whether the model takes each action unit as present, 12
     * @return the face beside what is known of it; with weak valence and arousal where nobody judged them
     */
    public JudgedFace beside(final String image, final String subject, final Prediction said, final boolean[] present) {
        final Truth weak = affectWeight > 0 ? Truth.unknown() : withWeakTargets(Optional.empty()).truth();
        return new JudgedFace(image, subject, truth(), weak.valence(), weak.arousal(), said, present);
    }
}
