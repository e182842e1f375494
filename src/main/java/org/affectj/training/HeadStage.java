package org.affectj.training;

import java.util.Arrays;
import java.util.Optional;

import org.affectj.metrics.MultiTaskScore;
import org.affectj.metrics.Truth;
import org.affectj.model.ActionUnit;
import org.affectj.training.data.Labels;

/** The stages in which heads are trained one after another, each on the faces that are labelled for it (METHOD 4). */
enum HeadStage {

    /** The relation graph; as good as the mean F1 of 12 action units at 0.5. */
    ACTION_UNITS("action units", "train_action_units", "action_unit_f1") {

        @Override
        boolean knows(final Labels labels) {
            for (final float weight : labels.actionUnitWeights())
                if (weight > 0) return true;
            return false;
        }

        @Override
        double score(final MultiTaskScore score) {
            return score.meanActionUnitF1();
        }

        @Override
        Truth learnt(final Truth truth) {
            return new Truth(Optional.empty(), truth.actionUnits(), Double.NaN, Double.NaN);
        }
    },
    /** The expressions' layers, with the action units as they are; as good as the macro F1 of 8. */
    EXPRESSIONS("expressions", "train_expression", "expression_f1") {

        @Override
        boolean knows(final Labels labels) {
            return labels.expressionWeight() > 0;
        }

        @Override
        double score(final MultiTaskScore score) {
            return score.expressions().macroF1();
        }

        @Override
        Truth learnt(final Truth truth) {
            return new Truth(truth.expression(), NO_ACTION_UNITS, Double.NaN, Double.NaN);
        }
    },
    /** As good as the mean of both concordances. */
    VALENCE_AROUSAL("valence and arousal", "train_valence_arousal", "valence_arousal_ccc") {

        @Override
        boolean knows(final Labels labels) {
            return labels.affectWeight() > 0;
        }

        @Override
        double score(final MultiTaskScore score) {
            return score.meanConcordance();
        }

        @Override
        Truth learnt(final Truth truth) {
            return new Truth(Optional.empty(), NO_ACTION_UNITS, truth.valence(), truth.arousal());
        }
    };

    private static final double[] NO_ACTION_UNITS = new double[ActionUnit.values().length];

    static {
        Arrays.fill(NO_ACTION_UNITS, Double.NaN);
    }

    private final String label;
    private final String signature;
    private final String figure;

    HeadStage(final String label, final String signature, final String figure) {
        this.label = label;
        this.signature = signature;
        this.figure = figure;
    }

    /** @return its name for people */
    String label() {
        return label;
    }

    /** @return the name of its folder in a run */
    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @return the network's signature that makes a step of it */
    String signature() {
        return signature;
    }

    /** @return the name of the figure by which its best state is chosen */
    String figure() {
        return figure;
    }

    /** @return whether a face is labelled for it */
    abstract boolean knows(Labels labels);

    /** @return the figure by which its best state is chosen */
    abstract double score(MultiTaskScore score);

    /** @return what it learns of all that is known of a face */
    abstract Truth learnt(Truth truth);

    /** @return how much that figure grew */
    double difference(final PairedScore score) {
        return score(score.after()) - score(score.before());
    }
}
