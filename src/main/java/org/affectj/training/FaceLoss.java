package org.affectj.training;

import org.affectj.metrics.Truth;
import org.affectj.model.ActionUnit;
import org.affectj.model.Prediction;

/**
 * How wrong a prediction of one face is, so that faces can be compared: the mean over what is labelled of the mean
 * cross entropy of its action units, the cross entropy of its expression, and the mean squared error of valence and
 * arousal. These are the losses of training (METHOD 3) as far as a single face has them: without weights, and without
 * concordance, which takes many faces.
 */
final class FaceLoss {

    private static final double SMALLEST = 1e-7;

    private FaceLoss() {
    }

    /** @return 0 or more; larger is worse; NaN where nothing is labelled */
    static double of(final Truth truth, final Prediction said) {
        double sum = 0;
        int parts = 0;
        if (truth.expression().isPresent()) {
            sum -= log(said.probability(truth.expression().get()));
            parts++;
        }
        if (truth.knowsAffect()) {
            sum += (square(said.valence() - truth.valence()) + square(said.arousal() - truth.arousal())) / 2;
            parts++;
        }
        final double units = actionUnits(truth, said);
        if (!Double.isNaN(units)) {
            sum += units;
            parts++;
        }
        return sum / parts;
    }

    private static double actionUnits(final Truth truth, final Prediction said) {
        double sum = 0;
        int known = 0;
        for (final ActionUnit unit : ActionUnit.values()) {
            if (!truth.knows(unit)) continue;
            final double y = truth.actionUnits()[unit.ordinal()];
            final double p = said.value(unit);
            sum -= y * log(p) + (1 - y) * log(1 - p);
            known++;
        }
        return sum / known;
    }

    private static double log(final double probability) {
        return Math.log(Math.max(SMALLEST, probability));
    }

    private static double square(final double x) {
        return x * x;
    }
}
