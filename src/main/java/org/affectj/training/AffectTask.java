package org.affectj.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.Tensor;
import org.affectj.metrics.MultiTaskScore;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.training.data.CachedFace;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;

/**
 * Learning expressions, action units, valence and arousal together: every batch holds FER+, photographs and rendered
 * faces in fixed shares, the photographs' rare expressions more often than they occur. A state is as good as the mean of
 * FER+'s accuracy, the photographs' macro F1 and the rendered faces' action unit F1 on validation data.
 */
public final class AffectTask implements TrainingTask {

    /** The network of the shipped model. */
    public static final NetworkSpecification NETWORK = new NetworkSpecification(Head.AMTL, 96, true, 32,
        List.of(32, 64, 128, 256), 1, 256, 4, 64, 0.3, Optimizer.ADAMW);

    private static final int BATCH = 128;
    /** Parts of a batch that each set has, if it is there. */
    private static final Map<String, Integer> PARTS =
        Map.of(TrainingData.FER_PLUS, 8, TrainingData.PHOTOGRAPHS, 3, TrainingData.RENDERED, 5);
    /** Weights of the losses of action units, expressions, valence and arousal. */
    private static final float[] TASKS = { 2, 1, 0.3f };

    private final AffectCrops crops;
    private final TrainingData data;
    private final List<AffectCrops.Share> shares = new ArrayList<>();

    /**
     * @param size width and height of the network's pictures
     * @param seed of all chance
     * @param data what to learn from; stays open
     */
    public AffectTask(final int size, final long seed, final TrainingData data) {
        this.crops = new AffectCrops(size, seed);
        this.data = data;
        final int parts = data.caches().stream().mapToInt(cache -> PARTS.get(cache.name())).sum();
        for (final CropCache cache : data.caches())
            shares.add(new AffectCrops.Share(pool(cache), BATCH * PARTS.get(cache.name()) / parts));
    }

    private static FacePool pool(final CropCache cache) {
        if (!cache.name().equals(TrainingData.PHOTOGRAPHS))
            return new FacePool(cache, AffectTask::isUseful, face -> 1);
        final int[] counts = new int[Expression.values().length];
        for (int i = 0; i < cache.count(); i++)
            counts[cache.face(i).labels().expression().orElseThrow().ordinal()]++;
        return new FacePool(cache, AffectTask::isUseful,
            face -> 1 / Math.sqrt(counts[face.labels().expression().orElseThrow().ordinal()]));
    }

    /** @return whether a face is of the training split and has a label */
    static boolean isUseful(final CachedFace face) {
        if (face.split() != Split.TRAIN) return false;
        if (face.labels().expressionWeight() > 0) return true;
        for (final float weight : face.labels().actionUnitWeights())
            if (weight > 0) return true;
        return false;
    }

    @Override
    public int batchSize() {
        return shares.stream().mapToInt(AffectCrops.Share::count).sum();
    }

    @Override
    public Map<String, Tensor> batch(final long step) {
        final Map<String, Tensor> inputs = crops.augmented(shares, step).inputs();
        inputs.put("action_unit_weights", ones(ActionUnit.values().length));
        inputs.put("class_weights", ones(Expression.values().length));
        inputs.put("task_weights", Tensor.of(TASKS, TASKS.length));
        return inputs;
    }

    private static Tensor ones(final int count) {
        final float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return Tensor.of(ones, count);
    }

    @Override
    public Validation validate(final Network network) {
        final Map<String, Double> figures = new LinkedHashMap<>();
        data.named(TrainingData.FER_PLUS).ifPresent(cache -> {
            final MultiTaskScore score = score(network, cache);
            figures.put("ferplus_accuracy", score.expressions().accuracy());
            figures.put("ferplus_ccc", score.meanConcordance());
        });
        data.named(TrainingData.PHOTOGRAPHS).ifPresent(cache -> {
            final MultiTaskScore score = score(network, cache);
            figures.put("photographs_macro_f1", score.expressions().macroF1OfPresent());
            figures.put("photographs_accuracy", score.expressions().accuracy());
        });
        data.named(TrainingData.RENDERED).ifPresent(cache -> {
            final AffectPredictions found = predictions(network, cache);
            figures.put("rendered_au_f1", found.score(found.bestThresholds()).meanActionUnitF1());
        });
        final Map<String, Double> all = new LinkedHashMap<>();
        all.put("score", figures.entrySet().stream()
            .filter(figure -> List.of("ferplus_accuracy", "photographs_macro_f1", "rendered_au_f1")
                .contains(figure.getKey())).mapToDouble(Map.Entry::getValue).average().orElse(0));
        all.putAll(figures);
        return new Validation(all, List.of());
    }

    private MultiTaskScore score(final Network network, final CropCache cache) {
        return predictions(network, cache).score(Collections.nCopies(ActionUnit.values().length, 0.5));
    }

    private AffectPredictions predictions(final Network network, final CropCache cache) {
        return AffectPredictions.of(network, crops, FacePool.of(cache, Split.VALIDATION));
    }
}
