package org.affectj.training;

import java.util.HashMap;
import java.util.Map;

import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.model.ModelFolder;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Labels;

/**
 * What a trained model says of training faces. Its expressions are mixed half and half into what people said (Hinton et
 * al. 2015, "Distilling the Knowledge in a Neural Network"): a small network learns more from it than from labels
 * alone. Of action units that nobody told, those it is sure of become weak targets (self-training). Keeps 20 numbers
 * for each face. Safe for use by several threads.
 */
final class Teacher {

    /** From this value an action unit is surely there; surely absent it is below one minus this. */
    private static final double SURE = 0.9;
    /** What a sure action unit counts beside one that is known. */
    private static final float WEAK = 0.5f;

    private final Map<CropCache, Said> said = new HashMap<>();

    /** For each face of a cache, 8 expressions and 12 action units. */
    private record Said(float[][] expressions, float[][] actionUnits) {
    }

    /**
     * Asks the model about each face of some pools, as analysis would see it.
     *
     * @param model an affect model
     * @param options where and how it runs
     * @param pools faces for training
     */
    Teacher(final ModelFolder model, final EngineOptions options, final Iterable<FacePool> pools) {
        final AffectCrops crops = AffectCrops.exact(model.description().inputSize());
        try (Network network = EngineLoader.open(model.path(), options)) {
            for (final FacePool pool : pools) {
                final Said all = new Said(new float[pool.cache().count()][], new float[pool.cache().count()][]);
                AffectPredictions.forEach(network, crops, pool, (place, prediction) -> {
                    all.expressions[pool.number(place)] = prediction.expressions();
                    all.actionUnits[pool.number(place)] = prediction.actionUnits();
                });
                said.put(pool.cache(), all);
            }
        }
    }

    /**
     * @param cache that holds the face
     * @param number of the face in it
     * @param labels what is known of the face
     * @return the same, with the teacher's word where the expression is known, and of action units that aren't
     */
    Labels teach(final CropCache cache, final int number, final Labels labels) {
        final Said all = said.get(cache);
        final Labels taught = labels.withSureActionUnits(all.actionUnits[number], SURE, WEAK);
        if (labels.expressionWeight() == 0) return taught;
        final float[] mixed = labels.expressions().clone();
        for (int i = 0; i < mixed.length; i++) mixed[i] = (mixed[i] + all.expressions[number][i]) / 2;
        return taught.withExpressions(mixed);
    }
}
