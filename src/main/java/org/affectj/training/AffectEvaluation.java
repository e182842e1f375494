package org.affectj.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.affectj.engine.Calibration;
import org.affectj.engine.Network;
import org.affectj.metrics.ConfidenceCurve;
import org.affectj.metrics.JudgedFace;
import org.affectj.metrics.PlattScaling;
import org.affectj.metrics.SubjectAgreement;
import org.affectj.metrics.TemperatureScaling;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.model.Prediction;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.DataFormat;
import org.affectj.training.data.FaceNames;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.FerPlus;
import org.affectj.training.data.Labels;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;

/** Compares an affect network with data that training didn't see, by each set's protocol. */
public final class AffectEvaluation {

    private static final double CERTAIN = 0.9;

    private final Network network;
    private final AffectCrops crops;
    private final List<Double> thresholds;

    /** Takes what a network says of each face. */
    @FunctionalInterface
    public interface Visitor {

        /** Sees nothing. */
        Visitor NONE = (set, split, face) -> {
        };

        /**
         * @param set the name of the face's data set
         * @param split the face's split
         * @param face the face, with what is true and what the network says
         */
        void visit(String set, Split split, JudgedFace face);
    }

    /**
     * @param network to evaluate
     * @param size width and height of its pictures
     * @param thresholds from which value each action unit counts as present, 12
     */
    public AffectEvaluation(final Network network, final int size, final List<Double> thresholds) {
        this.network = network;
        this.crops = AffectCrops.exact(size);
        this.thresholds = thresholds;
    }

    /**
     * @param data some of it with action units
     * @return for each action unit the threshold with the best F1 on the validation faces of the first set whose action
     *         units are labelled; 0.5 without such a set
     */
    public List<Double> chooseThresholds(final TrainingData data) {
        return onLabelledActionUnits(data).map(AffectPredictions::bestThresholds).orElse(thresholds);
    }

    private Optional<AffectPredictions> onLabelledActionUnits(final TrainingData data) {
        return data.caches().stream().map(cache -> FacePool.of(cache, Split.VALIDATION)).filter(this::knowsActionUnits)
            .findFirst().map(pool -> AffectPredictions.of(network, crops, pool));
    }

    private boolean knowsActionUnits(final FacePool pool) {
        return IntStream.range(0, pool.size()).mapToObj(i -> pool.cache().face(pool.number(i)).labels().truth())
            .anyMatch(truth -> Arrays.stream(ActionUnit.values()).anyMatch(truth::knows));
    }

    /**
     * @param data the sets whose validation faces it says something of
     * @return what makes its probabilities most honest: of expressions, see {@link TemperatureScaling}; of action
     *         units, on the validation faces of the first set whose action units are labelled, see {@link PlattScaling}
     */
    Calibration chooseCalibration(final TrainingData data) {
        final TemperatureScaling scaling = new TemperatureScaling();
        forEachExpression(data, (said, actual) -> scaling.add(said.expressions(), actual.ordinal()));
        final List<PlattScaling.Curve> curves =
            onLabelledActionUnits(data).map(AffectPredictions::honestCurves).orElse(List.of());
        return new Calibration(rounded(scaling.best(), 100),
            curves.stream().map(curve -> rounded(curve.scale(), 1000)).toList(),
            curves.stream().map(curve -> rounded(curve.shift(), 1000)).toList());
    }

    private static double rounded(final double value, final double parts) {
        return Math.round(value * parts) / parts;
    }

    /**
     * @param data the sets whose validation faces it says something of
     * @return the probability from which on {@value #CERTAIN} of its expressions are right, see {@link ConfidenceCurve}
     */
    double chooseCertainFrom(final TrainingData data) {
        final ConfidenceCurve curve = new ConfidenceCurve();
        forEachExpression(data,
            (said, actual) -> curve.add(said.probability(said.expression()), said.expression() == actual));
        return curve.certainFrom(CERTAIN);
    }

    private void forEachExpression(final TrainingData data, final BiConsumer<Prediction, Expression> visitor) {
        for (final CropCache cache : data.caches()) {
            final FacePool pool = FacePool.of(cache, Split.VALIDATION);
            AffectPredictions.forEach(network, crops, pool, (place, said) -> pool.cache().face(pool.number(place))
                .labels().expression().ifPresent(actual -> visitor.accept(said, actual)));
        }
    }

    /**
     * Shows the network each face once.
     *
     * @param data the sets
     * @param split which part of them
     * @param visitor sees each face, in the order of the sets
     * @return the scores of each set
     */
    public List<EvaluatedSet> evaluate(final TrainingData data, final Split split, final Visitor visitor) {
        final List<EvaluatedSet> sets = new ArrayList<>();
        for (final CropCache cache : data.caches()) {
            final SubjectAgreement scores = new SubjectAgreement();
            final SubjectAgreement majority = new SubjectAgreement();
            final CheekGrey grey = new CheekGrey();
            try (FaceNames names = cache.names()) {
                final FacePool pool = FacePool.of(cache, split);
                AffectPredictions.forEach(network, crops, pool, (place, said) -> {
                    final int number = pool.number(place);
                    final FaceNames.Name name = names.of(number);
                    final Labels labels = cache.face(number).labels();
                    final JudgedFace face =
                        labels.beside(name.image(), name.subject(), said, said.present(thresholds));
                    scores.add(face);
                    if (cache.format() == DataFormat.FERPLUS && FerPlus.hasMajority(labels)) majority.add(face);
                    grey.add(crops.aligned(cache, number), face);
                    visitor.visit(cache.name(), split, face);
                });
            }
            sets.add(new EvaluatedSet(cache.name(), scores, Map.of(),
                Optional.of(majority).filter(faces -> faces.subjects() > 0), grey.levels()));
        }
        return sets;
    }
}
