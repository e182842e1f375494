package org.affectj.training;

import java.util.List;
import java.util.stream.IntStream;

import org.affectj.engine.Network;
import org.affectj.metrics.BinaryScore;
import org.affectj.metrics.Confusion;
import org.affectj.metrics.MultiTaskScore;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Labels;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;

import com.google.gson.JsonObject;

/** Figures of an affect network on data that training didn't see, by each set's protocol, as JSON. */
public final class AffectEvaluation {

    private final Network network;
    private final AffectCrops crops;
    private final List<Double> thresholds;

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
        return IntStream.range(0, pool.size())
            .anyMatch(i -> pool.cache().face(pool.number(i)).labels().truth().knows(ActionUnit.AU01));
    }

    /**
     * @param data the sets to report
     * @param split which part of them
     * @return an object for each set: how many faces counted and how many were left out, expression scores with their
     *         confusion, action units where they are labelled, agreement of valence and arousal (with weak targets where
     *         nobody judged them), and P_MTL where all three are labelled
     */
    public JsonObject report(final TrainingData data, final Split split) {
        final JsonObject report = new JsonObject();
        for (final CropCache cache : data.caches())
            report.add(cache.name(), report(FacePool.of(cache, split)));
        return report;
    }

    private JsonObject report(final FacePool pool) {
        final AffectPredictions found = AffectPredictions.of(network, crops, pool);
        final MultiTaskScore score = found.score(thresholds, labels -> labels);
        final JsonObject set = new JsonObject();
        set.addProperty("faces", pool.size());
        set.addProperty("left_out_of_expressions", pool.size() - score.expressions().count());
        set.add("expressions", expressions(score.expressions()));
        if (score.actionUnit(ActionUnit.AU01).count() > 0) set.add("action_units", units(score));
        if (score.valence().count() > 0) affect(set, "", score);
        else affect(set, "weak_", found.score(thresholds, Labels::withWeakTargets));
        if (score.valence().count() > 0 && set.has("action_units") && score.expressions().count() > 0)
            set.addProperty("p_mtl", score.total());
        return set;
    }

    private static void affect(final JsonObject set, final String prefix, final MultiTaskScore score) {
        if (score.valence().count() == 0) return;
        set.addProperty(prefix + "valence_ccc", score.valence().value());
        set.addProperty(prefix + "arousal_ccc", score.arousal().value());
    }

    private static JsonObject expressions(final Confusion confusion) {
        final JsonObject all = new JsonObject();
        all.addProperty("accuracy", confusion.accuracy());
        all.addProperty("macro_f1_of_8", confusion.macroF1());
        all.addProperty("macro_f1_of_present", confusion.macroF1OfPresent());
        for (final Expression actual : Expression.values()) {
            final JsonObject one = new JsonObject();
            one.addProperty("faces", confusion.actual(actual.ordinal()));
            one.addProperty("f1", confusion.f1(actual.ordinal()));
            final JsonObject taken = new JsonObject();
            for (final Expression predicted : Expression.values())
                taken.addProperty(predicted.label(), confusion.count(actual.ordinal(), predicted.ordinal()));
            one.add("predicted", taken);
            all.add(actual.label(), one);
        }
        return all;
    }

    private static JsonObject units(final MultiTaskScore score) {
        final JsonObject all = new JsonObject();
        all.addProperty("mean_f1", score.meanActionUnitF1());
        for (final ActionUnit unit : ActionUnit.values()) {
            final BinaryScore counts = score.actionUnit(unit);
            final JsonObject one = new JsonObject();
            one.addProperty("positives", counts.positives());
            one.addProperty("f1", counts.f1());
            one.addProperty("precision", counts.precision());
            one.addProperty("recall", counts.recall());
            all.add(unit.name(), one);
        }
        return all;
    }
}
