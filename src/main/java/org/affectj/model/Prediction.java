package org.affectj.model;

import java.util.List;
import java.util.Optional;

/**
 * What a model reads from one face.
 *
 * @param actionUnits 12 values in [0, 1], by {@link ActionUnit#ordinal()}
 * @param expressions 8 probabilities that sum to 1, by {@link Expression#ordinal()}
 * @param valence unpleasant to pleasant, in [-1, 1]
 * @param arousal calm to excited, in [-1, 1]
 * @param relations 12 × 12 weights, by rows: how much each action unit took of each other one, where the model
 *            relates them
 */
public record Prediction(float[] actionUnits, float[] expressions, float valence, float arousal,
    Optional<float[]> relations) {

    public Prediction {
        if (actionUnits.length != ActionUnit.values().length)
            throw new IllegalArgumentException("12 action units expected, got " + actionUnits.length);
        if (expressions.length != Expression.values().length)
            throw new IllegalArgumentException("8 expressions expected, got " + expressions.length);
    }

    /** What is read by a model that doesn't relate action units, or from a file. */
    public Prediction(final float[] actionUnits, final float[] expressions, final float valence, final float arousal) {
        this(actionUnits, expressions, valence, arousal, Optional.empty());
    }

    /** @return the value of one action unit, in [0, 1] */
    public float value(final ActionUnit unit) {
        return actionUnits[unit.ordinal()];
    }

    /**
     * @param thresholds 12 values from which an action unit counts as present
     * @return whether each of them is, by {@link ActionUnit#ordinal()}
     */
    public boolean[] present(final List<Double> thresholds) {
        final boolean[] present = new boolean[actionUnits.length];
        for (int i = 0; i < present.length; i++)
            present[i] = actionUnits[i] >= thresholds.get(i);
        return present;
    }

    /** @return the probability of one expression, in [0, 1] */
    public float probability(final Expression expression) {
        return expressions[expression.ordinal()];
    }

    /** @return the most probable expression; the first in order where several are equal */
    public Expression expression() {
        int best = 0;
        for (int i = 1; i < expressions.length; i++)
            if (expressions[i] > expressions[best]) best = i;
        return Expression.values()[best];
    }
}
