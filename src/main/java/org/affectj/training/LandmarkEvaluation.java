package org.affectj.training;

import java.util.Map;

import org.affectj.detect.LandmarkCrop;
import org.affectj.detect.Landmarks;
import org.affectj.engine.Network;
import org.affectj.metrics.LandmarkError;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FaceExample;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;

import com.google.gson.JsonObject;

/**
 * Figures of a landmark network: how far its points lie from the teachers' (or the exact ones of rendered faces), as a
 * share of the distance of the outer eye corners, over faces whose teachers agree to {@link FaceExample#GOOD}.
 */
public final class LandmarkEvaluation {

    /** How far boxes of a cascade are off; see {@link org.affectj.detect.LandmarkCrop}. */
    static final Jitter DETECTOR = new Jitter(10, 1.12, 0.08);
    /** How far a crop is off that was placed by the points of a first pass. */
    static final Jitter SECOND_PASS = new Jitter(3, 1.03, 0.015);
    private static final int BATCH = 128;

    private final Network network;
    private final int size;

    /**
     * @param network to evaluate
     * @param size width and height of its pictures
     */
    public LandmarkEvaluation(final Network network, final int size) {
        this.network = network;
        this.size = size;
    }

    /**
     * @param data the sets to report
     * @param split which part of them
     * @return an object for each set, with errors from boxes as a detector gives them and from a second pass
     */
    public JsonObject report(final TrainingData data, final Split split) {
        final JsonObject report = new JsonObject();
        for (final CropCache cache : data.caches()) {
            final FacePool pool = pool(cache, split);
            final JsonObject set = new JsonObject();
            set.addProperty("faces", pool.size());
            set.addProperty("left_out", FacePool.of(cache, split).size() - pool.size());
            set.add("detector_box", json(error(pool, DETECTOR)));
            set.add("second_pass", json(error(pool, SECOND_PASS)));
            report.add(cache.name(), set);
        }
        return report;
    }

    private static JsonObject json(final LandmarkError error) {
        final JsonObject json = new JsonObject();
        json.addProperty("mean_error", error.mean());
        json.addProperty("above_8_percent", error.failureRate());
        return json;
    }

    /** The faces of a split whose points are good. */
    static FacePool pool(final CropCache cache, final Split split) {
        return new FacePool(cache, face -> face.split() == split && face.hasGoodLandmarks(), face -> 1);
    }

    LandmarkError error(final FacePool pool, final Jitter displacement) {
        final LandmarkCrops crops = new LandmarkCrops(size);
        final LandmarkCrop itself = LandmarkBatch.itself(size);
        final LandmarkError error = new LandmarkError();
        for (int from = 0; from < pool.size(); from += BATCH) {
            final int count = Math.min(BATCH, pool.size() - from);
            final LandmarkBatch batch = new LandmarkBatch(count, size);
            final Landmarks[] actual = new Landmarks[count];
            for (int i = 0; i < count; i++)
                actual[i] = crops.addForValidation(batch, i, pool, from + i, displacement);
            final float[] predicted =
                network.call(Network.SERVE, Map.of("image", batch.image())).get("landmarks").floats();
            for (int i = 0; i < count; i++)
                error.add(itself.decode(predicted, i), actual[i]);
        }
        return error;
    }
}
