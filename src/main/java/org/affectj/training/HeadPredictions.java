package org.affectj.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.affectj.engine.Network;
import org.affectj.engine.Tensor;
import org.affectj.metrics.ThresholdCurve;
import org.affectj.metrics.Truth;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.model.Prediction;

/** What heads on features say of faces, compared with what is true of them, in memory for one batch. */
final class HeadPredictions {

    private static final int BATCH = 256;
    private static final int ENOUGH = 10;

    private final Network heads;
    private final FeatureCache features;
    private final FaceRows rows;

    /** Takes a face and what the heads say of it. */
    @FunctionalInterface
    interface Visitor {

        void visit(int row, Prediction prediction);
    }

    /**
     * @param heads that take features
     * @param features of the faces
     * @param rows the faces
     */
    HeadPredictions(final Network heads, final FeatureCache features, final FaceRows rows) {
        this.heads = heads;
        this.features = features;
        this.rows = rows;
    }

    /** Predicts some rows, in order. */
    void forEach(final int[] which, final Visitor visitor) {
        for (int from = 0; from < which.length; from += BATCH) {
            final int count = Math.min(BATCH, which.length - from);
            final float[] vectors = new float[count * features.length()];
            for (int i = 0; i < count; i++)
                features.read(0, which[from + i], vectors, i * features.length());
            final Map<String, Tensor> outputs =
                heads.call(Network.SERVE, Map.of("features", Tensor.of(vectors, count, features.length())));
            for (int i = 0; i < count; i++)
                visitor.visit(which[from + i], prediction(outputs, i));
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

    /**
     * Chooses thresholds by F1.
     *
     * @param which rows
     * @param otherwise the thresholds of action units that are present in fewer than {@value #ENOUGH} of them, too few
     *            to choose by
     * @return 12 thresholds
     */
    List<Double> thresholds(final int[] which, final List<Double> otherwise) {
        final List<ThresholdCurve> curves = Stream.generate(ThresholdCurve::new).limit(otherwise.size()).toList();
        forEach(which, (row, said) -> {
            final Truth truth = rows.face(row).labels().truth();
            for (final ActionUnit unit : ActionUnit.values())
                if (truth.knows(unit)) curves.get(unit.ordinal()).add(said.value(unit), truth.shows(unit));
        });
        return IntStream.range(0, otherwise.size())
            .mapToObj(i -> curves.get(i).at(0).positives() < ENOUGH ? otherwise.get(i) : (Double) curves.get(i).best())
            .toList();
    }
}
