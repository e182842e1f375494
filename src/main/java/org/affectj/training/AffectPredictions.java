package org.affectj.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.affectj.engine.Network;
import org.affectj.engine.Tensor;
import org.affectj.metrics.MultiTaskScore;
import org.affectj.metrics.ThresholdCurve;
import org.affectj.metrics.Truth;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.model.Prediction;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Labels;

/**
 * What a network says of each face of a pool, beside what is true.
 *
 * @param pool the faces
 * @param predictions one a face, in the pool's order
 */
record AffectPredictions(FacePool pool, List<Prediction> predictions) {

    private static final int BATCH = 64;

    static AffectPredictions of(final Network network, final AffectCrops crops, final FacePool pool) {
        final List<Prediction> predictions = new ArrayList<>(pool.size());
        for (int from = 0; from < pool.size(); from += BATCH) {
            final int to = Math.min(pool.size(), from + BATCH);
            final Tensor images = crops.aligned(pool, from, to).image();
            split(network.call(Network.SERVE, Map.of("image", images)), to - from, predictions);
        }
        return new AffectPredictions(pool, predictions);
    }

    private static void split(final Map<String, Tensor> outputs, final int count, final List<Prediction> into) {
        final int units = ActionUnit.values().length;
        final int expressions = Expression.values().length;
        final float[] u = outputs.get("action_units").floats();
        final float[] e = outputs.get("expressions").floats();
        final float[] a = outputs.get("valence_arousal").floats();
        for (int i = 0; i < count; i++)
            into.add(new Prediction(Arrays.copyOfRange(u, i * units, (i + 1) * units),
                Arrays.copyOfRange(e, i * expressions, (i + 1) * expressions), a[2 * i], a[2 * i + 1]));
    }

    private Labels labels(final int place) {
        return pool.cache().face(pool.number(place)).labels();
    }

    /**
     * @param thresholds from which value each action unit counts as present
     * @param known makes what predictions are compared with of a face's labels
     * @return agreement with all labels that there are
     */
    MultiTaskScore score(final List<Double> thresholds, final UnaryOperator<Labels> known) {
        final MultiTaskScore score = new MultiTaskScore();
        for (int place = 0; place < predictions.size(); place++)
            score.add(known.apply(labels(place)).truth(), predictions.get(place), thresholds);
        return score;
    }

    /** @return for each action unit, the threshold with the best F1 on these faces */
    List<Double> bestThresholds() {
        final List<Double> best = new ArrayList<>();
        for (final ActionUnit unit : ActionUnit.values()) {
            final ThresholdCurve curve = new ThresholdCurve();
            for (int place = 0; place < predictions.size(); place++) {
                final Truth truth = labels(place).truth();
                if (truth.knows(unit))
                    curve.add(predictions.get(place).value(unit), truth.shows(unit));
            }
            best.add(curve.best());
        }
        return best;
    }
}
