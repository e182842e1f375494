package org.affectj.training;

import java.util.HashMap;
import java.util.Map;

import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.model.Expression;
import org.affectj.model.ModelFolder;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Labels;

/**
 * What a trained model says of the expressions of training faces, mixed half and half into what people said (Hinton et
 * al. 2015, "Distilling the Knowledge in a Neural Network"): a small network learns more from it than from labels alone.
 * Keeps 8 numbers for each face. Safe for use by several threads.
 */
final class Teacher {

    private static final int EXPRESSIONS = Expression.values().length;

    private final Map<CropCache, float[]> said = new HashMap<>();

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
                final float[] all = new float[pool.cache().count() * EXPRESSIONS];
                AffectPredictions.forEach(network, crops, pool, (place, prediction) -> System.arraycopy(
                    prediction.expressions(), 0, all, pool.number(place) * EXPRESSIONS, EXPRESSIONS));
                said.put(pool.cache(), all);
            }
        }
    }

    /**
     * @param cache that holds the face
     * @param number of the face in it
     * @param labels what is known of the face
     * @return the same, with the teacher's word where the expression is known
     */
    Labels teach(final CropCache cache, final int number, final Labels labels) {
        if (labels.expressionWeight() == 0) return labels;
        final float[] mixed = labels.expressions().clone();
        for (int i = 0; i < EXPRESSIONS; i++)
            mixed[i] = (mixed[i] + said.get(cache)[number * EXPRESSIONS + i]) / 2;
        return labels.withExpressions(mixed);
    }
}
