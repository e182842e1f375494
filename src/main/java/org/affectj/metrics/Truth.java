package org.affectj.metrics;

import java.util.Arrays;
import java.util.Optional;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/**
 * What people, or a renderer, say of one face: what predictions are compared with. Anything may be missing.
 *
 * @param expression empty where it isn't labelled
 * @param actionUnits 12 intensities or occurrences in [0, 1], by {@link ActionUnit#ordinal()}; NaN where not labelled
 * @param valence in [-1, 1]; NaN where not labelled
 * @param arousal in [-1, 1]; NaN where not labelled
 */
public record Truth(Optional<Expression> expression, double[] actionUnits, double valence, double arousal) {

    public Truth {
        if (actionUnits.length != ActionUnit.values().length)
            throw new IllegalArgumentException("12 action units expected, got " + actionUnits.length);
    }

    /** @return the truth of a face of which nothing is known */
    public static Truth unknown() {
        final double[] units = new double[ActionUnit.values().length];
        Arrays.fill(units, Double.NaN);
        return new Truth(Optional.empty(), units, Double.NaN, Double.NaN);
    }

    /** @return whether an action unit is labelled */
    public boolean knows(final ActionUnit unit) {
        return !Double.isNaN(actionUnits[unit.ordinal()]);
    }

    /** @return whether an action unit is labelled as present, from a value of 0.5 */
    public boolean shows(final ActionUnit unit) {
        return actionUnits[unit.ordinal()] >= 0.5;
    }

    /** @return whether valence and arousal are both labelled */
    public boolean knowsAffect() {
        return !Double.isNaN(valence) && !Double.isNaN(arousal);
    }
}
