package org.affectj.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.affectj.engine.Network;
import org.affectj.metrics.JudgedFace;
import org.affectj.metrics.SubjectAgreement;
import org.affectj.model.ActionUnit;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FaceNames;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;

import com.google.gson.JsonObject;

/** Compares an affect network with data that training didn't see, by each set's protocol. */
public final class AffectEvaluation {

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
        return data.caches().stream().map(cache -> FacePool.of(cache, Split.VALIDATION)).filter(this::knowsActionUnits)
            .findFirst().map(pool -> AffectPredictions.of(network, crops, pool).bestThresholds()).orElse(thresholds);
    }

    private boolean knowsActionUnits(final FacePool pool) {
        return IntStream.range(0, pool.size()).mapToObj(i -> pool.cache().face(pool.number(i)).labels().truth())
            .anyMatch(truth -> Arrays.stream(ActionUnit.values()).anyMatch(truth::knows));
    }

    /**
     * @param data the sets to report
     * @param split which part of them
     * @return an object for each set, without intervals, see {@link EvaluationReport}
     */
    public JsonObject report(final TrainingData data, final Split split) {
        final JsonObject report = new JsonObject();
        for (final EvaluatedSet set : evaluate(data, split, Visitor.NONE))
            report.add(set.name(), EvaluationReport.of(set));
        return report;
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
            try (FaceNames names = cache.names()) {
                final FacePool pool = FacePool.of(cache, split);
                AffectPredictions.forEach(network, crops, pool, (place, said) -> {
                    final int number = pool.number(place);
                    final FaceNames.Name name = names.of(number);
                    final JudgedFace face = cache.face(number).labels().beside(name.image(), name.subject(), said,
                        said.present(thresholds));
                    scores.add(face);
                    visitor.visit(cache.name(), split, face);
                });
            }
            sets.add(new EvaluatedSet(cache.name(), scores, Map.of()));
        }
        return sets;
    }
}
