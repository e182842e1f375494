package org.affectj.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.affectj.engine.Network;
import org.affectj.engine.Tensor;
import org.affectj.metrics.MultiTaskScore;
import org.affectj.metrics.PlattScaling;
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

    /** Takes the place of a face in its pool, and what a network says of it. */
    @FunctionalInterface
    interface Visitor {

        void visit(int place, Prediction prediction);
    }

    static AffectPredictions of(final Network network, final AffectCrops crops, final FacePool pool) {
        final List<Prediction> predictions = new ArrayList<>(pool.size());
        forEach(network, crops, pool, (place, prediction) -> predictions.add(prediction));
        return new AffectPredictions(pool, predictions);
    }

    /** Predicts all faces in their order, in memory for one batch. */
    static void forEach(final Network network, final AffectCrops crops, final FacePool pool, final Visitor visitor) {
        for (int from = 0; from < pool.size(); from += BATCH) {
            final int to = Math.min(pool.size(), from + BATCH);
            final Tensor images = crops.aligned(pool, from, to).image();
            final Map<String, Tensor> outputs = network.call(Network.SERVE, Map.of("image", images));
            for (int place = from; place < to; place++)
                visitor.visit(place, prediction(outputs, place - from));
        }
    }

    private static Prediction prediction(final Map<String, Tensor> outputs, final int i) {
        final float[] affect = outputs.get("valence_arousal").floats();
        return new Prediction(part(outputs.get("action_units"), i, ActionUnit.values().length),
            part(outputs.get("expressions"), i, Expression.values().length), affect[2 * i], affect[2 * i + 1]);
    }

    private static float[] part(final Tensor output, final int i, final int length) {
        return Arrays.copyOfRange(output.floats(), i * length, (i + 1) * length);
    }

    /** Looks for the faces that the network is most wrong about. */
    void addTo(final WorstFaces worst, final List<Double> thresholds) {
        for (int place = 0; place < predictions.size(); place++)
            worst.add(pool.cache(), pool.number(place), labels(place).truth(), predictions.get(place), thresholds);
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
            score.add(known.apply(labels(place)).truth(), predictions.get(place),
                predictions.get(place).present(thresholds));
        return score;
    }

    /** @return for each action unit, the threshold with the best F1 on these faces */
    List<Double> bestThresholds() {
        return eachActionUnit(unit -> {
            final ThresholdCurve curve = new ThresholdCurve();
            forEachKnown(unit, curve::add);
            return curve.best();
        });
    }

    /** @return for each action unit, what makes its probabilities on these faces most honest */
    List<PlattScaling.Curve> honestCurves() {
        return eachActionUnit(unit -> {
            final PlattScaling scaling = new PlattScaling();
            forEachKnown(unit, scaling::add);
            return scaling.best();
        });
    }

    private static <T> List<T> eachActionUnit(final Function<ActionUnit, T> maker) {
        return Arrays.stream(ActionUnit.values()).map(maker).toList();
    }

    /** Takes the value of an action unit, and whether the face shows it. */
    @FunctionalInterface
    private interface Answer {

        void add(float value, boolean shown);
    }

    private void forEachKnown(final ActionUnit unit, final Answer answer) {
        for (int place = 0; place < predictions.size(); place++) {
            final Truth truth = labels(place).truth();
            if (truth.knows(unit)) answer.add(predictions.get(place).value(unit), truth.shows(unit));
        }
    }
}
