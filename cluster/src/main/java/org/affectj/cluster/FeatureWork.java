package org.affectj.cluster;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.affectj.AffectException;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.training.FaceRows;
import org.affectj.training.FeatureExtraction;
import org.affectj.training.data.TrainingData;
import org.apache.spark.SparkEnv;

/**
 * What features are made of, as it travels to the computers of a cluster. Each of their processes opens it once, for
 * all of its tasks and until it ends.
 *
 * @param folder the work folder, absolute, on a disk that all computers share
 * @param sets names of the data sets, whose faces are cut out there
 * @param data the faces' fingerprint
 * @param backbone the model that sees them
 * @param engine where and how it runs
 * @param draws how many augmented pictures of each training face
 * @param strength of the augmentation
 */
record FeatureWork(String folder, List<String> sets, String data, Measurement.ShippedModel backbone,
    EngineOptions engine, int draws, double strength) implements Serializable {

    private static final Map<FeatureWork, Opened> OPENED = new ConcurrentHashMap<>();

    /**
     * What a process keeps open.
     *
     * @param extraction makes features
     * @param rows the faces
     * @param idle opened backbones that no task uses; there are as many as tasks that run side by side, since calls of
     *            one wait for each other
     */
    record Opened(FeatureExtraction extraction, FaceRows rows, Queue<Network> idle) {
    }

    /**
     * @return the faces and the backbone in this process, opened by the task that comes first
     * @throws AffectException if the work folder isn't here or holds other faces, or the model is missing or damaged
     */
    Opened open() {
        return OPENED.computeIfAbsent(this, FeatureWork::load);
    }

    private Opened load() {
        final ModelFolder model = new ModelStore().open(backbone.here(), ModelDescription.Kind.AFFECT);
        return new Opened(new FeatureExtraction(model, engine, draws, strength), faces(),
            new ConcurrentLinkedQueue<>());
    }

    private FaceRows faces() {
        final TrainingData here;
        try {
            here = TrainingData.cut(sets, Path.of(folder));
        } catch (final AffectException e) {
            throw notShared(e);
        }
        final FaceRows rows = new FaceRows(here);
        if (rows.fingerprint().equals(data)) return rows;
        here.close();
        throw notShared(null);
    }

    private AffectException notShared(final Exception cause) {
        return new AffectException("The computer " + SparkEnv.get().blockManager().blockManagerId().host()
            + " doesn't find the faces that were cut out in the work folder '" + folder
            + "': give one on a disk that all computers of the cluster reach at the same path.", cause);
    }
}
