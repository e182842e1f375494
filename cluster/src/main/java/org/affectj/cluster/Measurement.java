package org.affectj.cluster;

import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.affectj.batch.AnalysisFiles;
import org.affectj.batch.AnalysisJob;
import org.affectj.batch.BatchSettings;
import org.affectj.batch.Job;
import org.affectj.detect.CascadeFaceDetector;
import org.affectj.imagej.FrameFiles;
import org.affectj.imagej.OverlayPicture;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FrameSelection;
import org.apache.spark.SparkFiles;

/**
 * How faces are measured, as it travels to the computers of a cluster. Each of their processes opens the models and the
 * engine once, for all of its tasks and until it ends.
 *
 * @param options how faces are found and measured, with the models as the driver knows them
 * @param model name of the affect model, or of an archive that Spark ships
 * @param landmarkModel the same of the landmark model
 * @param frames which frames are taken
 */
record Measurement(AnalysisOptions options, ShippedModel model, ShippedModel landmarkModel,
    FrameSelection.Choice frames) implements Serializable {

    private static final Map<Measurement, Opened> OPENED = new ConcurrentHashMap<>();

    /** What a process keeps open. */
    record Opened(BatchSettings settings, FaceAnalyzer analyzer, Job job) {
    }

    /** @return what decides on results */
    BatchSettings settings() {
        return settings(options);
    }

    private BatchSettings settings(final AnalysisOptions here) {
        return BatchSettings.ofAnalysis(here, frames, new AnalysisFiles(false, false));
    }

    /**
     * @return the analyzer of this process, opened by the task that comes first
     * @throws org.affectj.AffectException if a model is missing or damaged, or the engine can't run it
     */
    Opened open() {
        return OPENED.computeIfAbsent(this, Measurement::load);
    }

    private Opened load() {
        CascadeFaceDetector.useThreads(options.engine().threads());
        final AnalysisOptions here = options.withModel(model.here()).withLandmarkModel(landmarkModel.here());
        final FaceAnalyzer analyzer = FaceAnalyzer.open(here);
        final AnalysisJob job = new AnalysisJob(file -> FrameSelection.of(FrameFiles.open(file), frames), analyzer,
            new AnalysisFiles(false, false), new OverlayPicture(analyzer.model().thresholds()));
        return new Opened(settings(here), analyzer, job::run); // without what a batch writes at its end
    }

    /**
     * A model on its way to other computers.
     *
     * @param name of a model that comes with AffectJ, or of the folder that Spark unpacks
     * @param isArchive whether Spark ships it
     */
    record ShippedModel(String name, boolean isArchive) implements Serializable {

        /** @return its name or folder in this process */
        String here() {
            return isArchive ? SparkFiles.get(name) : name;
        }
    }
}
