package org.affectj.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.affectj.AffectException;
import org.affectj.engine.Network;
import org.affectj.engine.Tensor;
import org.affectj.metrics.MultiTaskScore;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.training.data.CachedFace;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Labels;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;

/**
 * Learning expressions, action units, valence and arousal together, end to end: every batch holds faces of all data
 * sets in fixed shares. A state is as good as the mean of what can be measured on validation data: for each set the
 * macro F1 of its expressions, but for the rarest, the mean F1 of its action units at their best thresholds, and the
 * mean concordance of valence and arousal.
 */
final class JointTask implements TrainingTask {

    /**
     * Expressions of fewer validation faces than this share say nothing: one face in a thousand would choose the state.
     */
    private static final double RARE = 0.005;

    private final JointSettings settings;
    private final AffectCrops crops;
    private final TrainingData data;
    private final List<AffectCrops.Share> shares;
    private final LossWeights weights;
    private final Optional<Teacher> teacher;

    /**
     * @param settings what to train, and how
     * @param data what to learn from; stays open
     * @throws AffectException if there is nothing to learn from
     */
    JointTask(final JointSettings settings, final TrainingData data) {
        this(settings, data, pools -> Optional.empty());
    }

    /**
     * @param settings what to train, and how
     * @param data what to learn from; stays open
     * @param teaching makes a teacher for the faces for training
     * @throws AffectException if there is nothing to learn from
     */
    JointTask(final JointSettings settings, final TrainingData data,
        final Function<List<FacePool>, Optional<Teacher>> teaching)
    {
        this.settings = settings;
        this.data = data;
        crops = new AffectCrops(settings.network().imageSize(), settings.seed(), settings.degradation(),
            settings.jitter());
        final List<FacePool> pools =
            data.caches().stream().map(this::pool).filter(pool -> pool.size() > 0).toList();
        if (pools.isEmpty())
            throw new AffectException("No face is labelled and for training: see that the data has a training split.");
        shares = shares(pools);
        teacher = teaching.apply(pools);
        weights = settings.lossWeights() ? LossWeights.of(pools.stream().flatMap(
            pool -> IntStream.range(0, pool.size()).mapToObj(i -> targets(pool.cache(), pool.number(i)))))
            : LossWeights.EQUAL;
    }

    private FacePool pool(final CropCache cache) {
        if (!settings.balanced().contains(cache.name())) return new FacePool(cache, JointTask::isUseful, face -> 1);
        final int[] counts = new int[Expression.values().length];
        for (int i = 0; i < cache.count(); i++)
            cache.face(i).labels().expression().ifPresent(expression -> counts[expression.ordinal()]++);
        return new FacePool(cache, JointTask::isUseful, face -> face.labels().expression()
            .map(expression -> 1 / Math.sqrt(counts[expression.ordinal()])).orElse(0.0));
    }

    /** @return whether a face is of the training split and has a label */
    static boolean isUseful(final CachedFace face) {
        return face.split() == Split.TRAIN && face.labels().any();
    }

    /** Divides the batch by the sets' parts; what is left over goes to the first sets. */
    private List<AffectCrops.Share> shares(final List<FacePool> pools) {
        final double[] parts = pools.stream().mapToDouble(
            pool -> settings.shares().getOrDefault(pool.cache().name(), Math.max(1, pool.size() / 1000))).toArray();
        final double all = Arrays.stream(parts).sum();
        final List<AffectCrops.Share> found = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < parts.length; i++) {
            final double after = before + parts[i];
            final int count = (int) (Math.ceil(settings.batch() * after / all - 1e-9)
                - Math.ceil(settings.batch() * before / all - 1e-9));
            if (count > 0) found.add(new AffectCrops.Share(pools.get(i), count));
            before = after;
        }
        return found;
    }

    private Labels targets(final CropCache cache, final int number) {
        final CachedFace face = cache.face(number);
        final Labels labels = settings.weakTargets() ? face.weakLabels() : face.labels();
        return teacher.map(model -> model.teach(cache, number, labels)).orElse(labels);
    }

    /** @return the number of faces to learn from */
    int faces() {
        return shares.stream().mapToInt(share -> share.pool().size()).sum();
    }

    @Override
    public int batchSize() {
        return settings.batch();
    }

    @Override
    public Map<String, Tensor> batch(final long step) {
        final Map<String, Tensor> inputs = crops.augmented(shares, this::targets, step).inputs();
        inputs.put("action_unit_weights", weights.ofActionUnits());
        inputs.put("class_weights", weights.ofExpressions());
        final float[] tasks = new float[4];
        for (int i = 0; i < settings.taskWeights().size(); i++)
            tasks[i] = settings.taskWeights().get(i).floatValue();
        tasks[3] = (float) settings.matching();
        inputs.put("task_weights", Tensor.of(tasks, tasks.length));
        return inputs;
    }

    @Override
    public Validation validate(final Network network) {
        final Map<String, Double> figures = new LinkedHashMap<>();
        final WorstFaces worst = new WorstFaces();
        for (final CropCache cache : data.caches())
            validate(network, cache, figures, worst);
        final Map<String, Double> all = new LinkedHashMap<>();
        all.put("score", figures.values().stream().mapToDouble(Double::doubleValue).average().orElse(0));
        all.putAll(figures);
        return new Validation(all, worst.worstFirst(crops));
    }

    private void validate(final Network network, final CropCache cache, final Map<String, Double> figures,
        final WorstFaces worst)
    {
        final FacePool faces = FacePool.of(cache, Split.VALIDATION);
        if (faces.size() == 0) return;
        final AffectPredictions found = AffectPredictions.of(network, crops, faces);
        final List<Double> thresholds = found.bestThresholds();
        found.addTo(worst, thresholds);
        final MultiTaskScore score = found.score(thresholds, labels -> labels);
        if (score.expressions().count() > 0)
            figures.put(cache.name() + "_expression_f1", score.expressions().macroF1OfPresent(RARE));
        if (Arrays.stream(ActionUnit.values()).anyMatch(unit -> score.actionUnit(unit).count() > 0))
            figures.put(cache.name() + "_action_unit_f1", score.meanActionUnitF1());
        if (score.valence().count() > 0) figures.put(cache.name() + "_concordance", score.meanConcordance());
    }
}
