package org.affectj.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.affectj.AffectException;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.Tensor;
import org.affectj.metrics.LandmarkError;
import org.affectj.training.data.CachedFace;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.DataFormat;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;

/**
 * Learning 68 points from the points that two teachers agree on: photographs, FER+ and rendered faces in one batch, a
 * fifth of it without a face. Validated by the error on photographs of people that training doesn't know.
 */
public final class LandmarkTask implements TrainingTask {

    /** The network of the shipped model. */
    public static final NetworkSpecification NETWORK = new NetworkSpecification(Head.LANDMARKS, 96, true, 16,
        List.of(32, 64, 128), 1, 256, 4, 64, 0, Optimizer.ADAMW);

    private static final int BATCH = 128;
    private static final int BACKGROUND = BATCH / 5;

    private final int size;
    private final long seed;
    private final List<FacePool> training;
    private final FacePool validation;

    /**
     * @param size width and height of the network's pictures
     * @param seed of all chance
     * @param data what to learn from; stays open
     * @throws AffectException if the photographs aren't among it
     */
    public LandmarkTask(final int size, final long seed, final TrainingData data) {
        this.size = size;
        this.seed = seed;
        training = data.caches().stream().map(cache -> LandmarkEvaluation.pool(cache, Split.TRAIN)).toList();
        validation = LandmarkEvaluation.pool(photographs(data), Split.VALIDATION);
    }

    /** @return whether a face is of the training split and has good points */
    static boolean isUseful(final CachedFace face) {
        return face.split() == Split.TRAIN && face.hasGoodLandmarks();
    }

    private static CropCache photographs(final TrainingData data) {
        return data.caches().stream().filter(cache -> cache.format() == DataFormat.PHOTOGRAPHS).findFirst()
            .orElseThrow(() -> new AffectException(
                "Landmarks are validated on the photographs: give a data folder with photographs.csv."));
    }

    @Override
    public int batchSize() {
        return BATCH;
    }

    @Override
    public Map<String, Tensor> batch(final long step) {
        final SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
        final LandmarkBatch batch = new LandmarkBatch(BATCH, size);
        final LandmarkCrops crops = new LandmarkCrops(size);
        for (int i = 0; i < BATCH; i++) {
            final FacePool pool = training.get(i % training.size());
            if (i < BACKGROUND) crops.addBackground(batch, i, pool, random);
            else crops.addFace(batch, i, pool, random);
        }
        return batch.inputs();
    }

    @Override
    public Validation validate(final Network network) {
        final LandmarkEvaluation evaluation = new LandmarkEvaluation(network, size);
        final LandmarkError detected = evaluation.error(validation, LandmarkEvaluation.DETECTOR);
        final LandmarkError refined = evaluation.error(validation, LandmarkEvaluation.SECOND_PASS);
        final Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("score", -refined.mean() - detected.mean());
        figures.put("error_detector_box", detected.mean());
        figures.put("error_second_pass", refined.mean());
        figures.put("failures_second_pass", refined.failureRate());
        return new Validation(figures, List.of());
    }
}
