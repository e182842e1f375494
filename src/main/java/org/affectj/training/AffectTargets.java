package org.affectj.training;

import java.util.HashMap;
import java.util.Map;

import org.affectj.engine.Tensor;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.training.data.CoAnnotation;
import org.affectj.training.data.Labels;

/** Labels of some faces, as the training signatures of an affect network take them. */
final class AffectTargets {

    private static final int EXPRESSIONS = Expression.values().length;
    private static final int UNITS = ActionUnit.values().length;

    private static final Tensor PRESENCE = Tensor.of(CoAnnotation.presence(), EXPRESSIONS, UNITS);
    private static final Tensor ABSENCE = Tensor.of(CoAnnotation.absence(), EXPRESSIONS, UNITS);

    private final int count;
    private final float[] expressions;
    private final float[] expressionWeights;
    private final float[] units;
    private final float[] unitWeights;
    private final float[] affect;
    private final float[] affectWeights;
    private final float[] matched;

    /** @param count number of faces */
    AffectTargets(final int count) {
        this.count = count;
        expressions = new float[count * EXPRESSIONS];
        expressionWeights = new float[count];
        units = new float[count * UNITS];
        unitWeights = new float[count * UNITS];
        affect = new float[count * 2];
        affectWeights = new float[count];
        matched = new float[count];
    }

    void set(final int place, final Labels labels) {
        System.arraycopy(labels.expressions(), 0, expressions, place * EXPRESSIONS, EXPRESSIONS);
        expressionWeights[place] = labels.expressionWeight();
        System.arraycopy(labels.actionUnits(), 0, units, place * UNITS, UNITS);
        System.arraycopy(labels.actionUnitWeights(), 0, unitWeights, place * UNITS, UNITS);
        affect[2 * place] = labels.valence();
        affect[2 * place + 1] = labels.arousal();
        affectWeights[place] = labels.affectWeight();
    }

    /** Lets the action units of a face learn from its predicted expression, and the other way round. */
    void match(final int place) {
        matched[place] = 1;
    }

    /** @return the labels by the names of the signatures' inputs; the caller may add to it */
    Map<String, Tensor> inputs() {
        final Map<String, Tensor> inputs = new HashMap<>();
        inputs.put("expression", Tensor.of(expressions, count, EXPRESSIONS));
        inputs.put("expression_weight", Tensor.of(expressionWeights, count));
        inputs.put("action_unit", Tensor.of(units, count, UNITS));
        inputs.put("action_unit_mask", Tensor.of(unitWeights, count, UNITS));
        inputs.put("valence_arousal_target", Tensor.of(affect, count, 2));
        inputs.put("valence_arousal_mask", Tensor.of(affectWeights, count));
        inputs.put("matching_mask", Tensor.of(matched, count));
        inputs.put("presence", PRESENCE);
        inputs.put("absence", ABSENCE);
        return inputs;
    }
}
