package org.affectj.training;

import java.util.HashMap;
import java.util.Map;

import org.affectj.engine.Tensor;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.training.data.Labels;

/** Crops with their labels, as the training signatures of an affect network take them. */
final class AffectBatch {

    private static final int EXPRESSIONS = Expression.values().length;
    private static final int UNITS = ActionUnit.values().length;

    private final int count;
    private final int size;
    private final byte[] images;
    private final float[] expressions;
    private final float[] expressionWeights;
    private final float[] units;
    private final float[] unitWeights;
    private final float[] affect;
    private final float[] affectWeights;

    /**
     * @param count number of crops
     * @param size width and height of each in pixels
     */
    AffectBatch(final int count, final int size) {
        this.count = count;
        this.size = size;
        images = new byte[count * size * size * 3];
        expressions = new float[count * EXPRESSIONS];
        expressionWeights = new float[count];
        units = new float[count * UNITS];
        unitWeights = new float[count * UNITS];
        affect = new float[count * 2];
        affectWeights = new float[count];
    }

    void set(final int place, final GreyImage image, final Labels labels) {
        image.copyAsRgb(images, place * size * size * 3);
        System.arraycopy(labels.expressions(), 0, expressions, place * EXPRESSIONS, EXPRESSIONS);
        expressionWeights[place] = labels.expressionWeight();
        System.arraycopy(labels.actionUnits(), 0, units, place * UNITS, UNITS);
        System.arraycopy(labels.actionUnitWeights(), 0, unitWeights, place * UNITS, UNITS);
        affect[2 * place] = labels.valence();
        affect[2 * place + 1] = labels.arousal();
        affectWeights[place] = labels.affectWeight();
    }

    int count() {
        return count;
    }

    Tensor image() {
        return Tensor.of(images, count, size, size, 3);
    }

    /** @return image and labels by the names of the signatures' inputs; the caller may add to it */
    Map<String, Tensor> inputs() {
        final Map<String, Tensor> inputs = new HashMap<>();
        inputs.put("image", image());
        inputs.put("expression", Tensor.of(expressions, count, EXPRESSIONS));
        inputs.put("expression_weight", Tensor.of(expressionWeights, count));
        inputs.put("action_unit", Tensor.of(units, count, UNITS));
        inputs.put("action_unit_mask", Tensor.of(unitWeights, count, UNITS));
        inputs.put("valence_arousal_target", Tensor.of(affect, count, 2));
        inputs.put("valence_arousal_mask", Tensor.of(affectWeights, count));
        return inputs;
    }
}
