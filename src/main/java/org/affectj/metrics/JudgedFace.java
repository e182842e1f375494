package org.affectj.metrics;

import org.affectj.model.ActionUnit;
import org.affectj.model.Prediction;

/**
 * What a model says of one face, beside what is true.
 *
 * @param image the picture's name in its data set
 * @param subject who it shows; the image's name where that isn't known
 * @param truth what is known
 * @param weakValence valence that follows from the expression, in [-1, 1], which nobody judged; NaN where there is none
 * @param weakArousal arousal of that kind, in [-1, 1] or NaN
 * @param prediction what the model says; NaN for what it doesn't measure
 * @param present whether the model takes each action unit as present, 12, by {@link ActionUnit#ordinal()}
 */
public record JudgedFace(String image, String subject, Truth truth, double weakValence, double weakArousal,
    Prediction prediction, boolean[] present) {

    /** @return this face with only those labels that the model has an answer to: the others can't be compared */
    public JudgedFace comparable() {
        final double[] units = truth.actionUnits().clone();
        for (int i = 0; i < units.length; i++)
            if (Float.isNaN(prediction.actionUnits()[i])) units[i] = Double.NaN;
        final boolean affect = !Float.isNaN(prediction.valence()) && !Float.isNaN(prediction.arousal());
        final Truth left = new Truth(truth.expression().filter(e -> !Float.isNaN(prediction.probability(e))), units,
            affect ? truth.valence() : Double.NaN, affect ? truth.arousal() : Double.NaN);
        return new JudgedFace(image, subject, left, affect ? weakValence : Double.NaN,
            affect ? weakArousal : Double.NaN, prediction, present);
    }
}
