package org.affectj.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.affectj.AffectException;
import org.affectj.engine.Network;
import org.affectj.engine.Tensor;
import org.affectj.metrics.MultiTaskScore;
import org.affectj.metrics.Truth;
import org.affectj.training.data.Split;

/**
 * One stage of training heads on features (METHOD 4): shuffled epochs over the faces that are labelled for it, a last
 * smaller batch kept, rare labels weighed up (METHOD 3).
 */
final class HeadTask implements TrainingTask {

    private final HeadStage stage;
    private final FaceRows rows;
    private final FeatureCache features;
    private final int batch;
    private final long seed;
    private final List<Double> thresholds;
    private final AffectCrops crops;
    private final boolean calibrated;
    private final int[] training;
    private final int[] validation;
    private final LossWeights weights;
    private int[] order = {};
    private long orderOf = -1;

    /**
     * @param stage what to learn
     * @param rows the faces
     * @param features of them
     * @param batch faces in a step, 2 or more
     * @param seed of the order
     * @param thresholds from which value each action unit counts as present in validation
     * @param calibrated whether thresholds that suit the training faces are taken instead
     * @param imageSize width and height of the pictures that the features were made of
     */
    HeadTask(final HeadStage stage, final FaceRows rows, final FeatureCache features, final int batch, final long seed,
        final List<Double> thresholds, final boolean calibrated, final int imageSize)
    {
        this.stage = stage;
        this.rows = rows;
        this.features = features;
        this.batch = batch;
        this.seed = seed;
        this.thresholds = thresholds;
        this.calibrated = calibrated;
        crops = AffectCrops.exact(imageSize);
        training = rows.of(Split.TRAIN, stage::knows);
        validation = rows.of(Split.VALIDATION, stage::knows);
        weights = LossWeights.of(Arrays.stream(training).mapToObj(row -> rows.face(row).labels()));
    }

    /** @return whether there are faces to learn this from */
    boolean hasFaces() {
        return training.length > 0;
    }

    /**
     * @return batches in an epoch; a last one of a single face is left out, since it has no variance to normalise with
     * @throws AffectException if there are too few faces to train or to validate with
     */
    int steps() {
        if (training.length < 2 || validation.length == 0)
            throw new AffectException("There are " + training.length + " faces to learn " + stage.label() + " from and "
                + validation.length + " to validate with: give data with more, or another split.");
        return training.length / batch + (training.length % batch > 1 ? 1 : 0);
    }

    @Override
    public String stage() {
        return stage.label();
    }

    @Override
    public String signature() {
        return stage.signature();
    }

    @Override
    public int batchSize() {
        return Math.min(batch, training.length);
    }

    @Override
    public Map<String, Tensor> batch(final long step) {
        final long epoch = step / steps();
        final int[] shuffled = order(epoch);
        final int from = (int) (step % steps()) * batch;
        final int count = Math.min(batch, shuffled.length - from);
        final int length = features.length();
        final float[] vectors = new float[count * length];
        final AffectTargets targets = new AffectTargets(count);
        for (int i = 0; i < count; i++) {
            features.read((int) (epoch % features.draws()), shuffled[from + i], vectors, i * length);
            targets.set(i, rows.face(shuffled[from + i]).labels());
        }
        final Map<String, Tensor> inputs = targets.inputs();
        inputs.put("features", Tensor.of(vectors, count, length));
        inputs.put("action_unit_weights", weights.ofActionUnits());
        inputs.put("class_weights", weights.ofExpressions());
        inputs.put("task_weights", Tensor.of(new float[] { 1, 1, 1, 0 }, 4));
        return inputs;
    }

    /** @return the training rows as an epoch sees them, always the same for one epoch */
    private synchronized int[] order(final long epoch) {
        if (epoch != orderOf) {
            order = training.clone(); // others may still read the old one
            final SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch);
            for (int i = order.length - 1; i > 0; i--) {
                final int other = random.nextInt(i + 1);
                final int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            orderOf = epoch;
        }
        return order;
    }

    @Override
    public Validation validate(final Network network) {
        final MultiTaskScore score = new MultiTaskScore();
        final WorstFaces worst = new WorstFaces();
        final HeadPredictions predictions = new HeadPredictions(network, features, rows);
        final List<Double> from = calibrated ? predictions.thresholds(training, thresholds) : thresholds;
        predictions.forEach(validation, (row, said) -> {
            final Truth truth = rows.face(row).labels().truth();
            score.add(truth, said, said.present(from));
            worst.add(rows.cache(row), rows.number(row), stage.learnt(truth), said, from);
        });
        return new Validation(Map.of(stage.figure(), stage.score(score)), worst.worstFirst(crops));
    }
}
