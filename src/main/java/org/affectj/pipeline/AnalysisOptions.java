package org.affectj.pipeline;

import java.io.Serializable;

import org.affectj.AffectException;
import org.affectj.detect.ExtraPasses;
import org.affectj.engine.EngineOptions;
import org.affectj.model.ModelStore;

/**
 * What a person can choose about an analysis. Change one thing at a time: {@code DEFAULT.withMinimumFace(60)}.
 *
 * @param model name of an affect model, or the path of its folder
 * @param landmarkModel name of a landmark model, or the path of its folder
 * @param engine device, precision and threads
 * @param minimumFace side of the smallest face that is sought: pixels from 1, or below 1 a share of the picture's
 *            shorter side
 * @param extraPasses when pictures are searched again for turned and tilted faces
 * @param maximumFaces how many faces are measured in a frame, the largest ones; 0 for all
 * @param minimumScore how sure it must be that something is a face, in [0, 1]
 * @param tracking how faces are followed from frame to frame
 * @param batch faces that the model reads at once, across frames; more are faster, results come later
 * @param landmarks whether tables have the positions of the 68 points
 */
public record AnalysisOptions(String model, String landmarkModel, EngineOptions engine, double minimumFace,
    ExtraPasses extraPasses, int maximumFaces, double minimumScore, Tracking tracking, int batch,
    boolean landmarks) implements Serializable {

    /** What suits most pictures. */
    public static final AnalysisOptions DEFAULT = new AnalysisOptions(ModelStore.AFFECT, ModelStore.LANDMARKS,
        EngineOptions.DEFAULT, 0.08, ExtraPasses.WHEN_NONE, 0, 0.5, Tracking.DEFAULT, 64, false);

    public AnalysisOptions {
        if (model.isBlank() || landmarkModel.isBlank())
            throw new AffectException("The model has no name: give the name or the folder of one.");
        require(minimumFace > 0 && minimumFace <= 100_000, "smallest face", minimumFace,
            "a number of pixels, or a share of the picture such as 0.1");
        require(maximumFaces >= 0, "largest number of faces", maximumFaces, "0 for all, or a number above 0");
        require(minimumScore >= 0 && minimumScore <= 1, "smallest score", minimumScore, "a number from 0 to 1");
        require(batch >= 1 && batch <= 1024, "batch", batch, "a number from 1 to 1024");
    }

    private static void require(final boolean condition, final String name, final Number value, final String expected) {
        if (!condition)
            throw new AffectException("The " + name + " can't be " + value + ": give " + expected + ".");
    }

    /** @return these options with another affect model */
    public AnalysisOptions withModel(final String other) {
        return new AnalysisOptions(other, landmarkModel, engine, minimumFace, extraPasses, maximumFaces, minimumScore,
            tracking, batch, landmarks);
    }

    /** @return these options with another landmark model */
    public AnalysisOptions withLandmarkModel(final String other) {
        return new AnalysisOptions(model, other, engine, minimumFace, extraPasses, maximumFaces, minimumScore,
            tracking, batch, landmarks);
    }

    /** @return these options with another device, precision or number of threads */
    public AnalysisOptions withEngine(final EngineOptions other) {
        return new AnalysisOptions(model, landmarkModel, other, minimumFace, extraPasses, maximumFaces, minimumScore,
            tracking, batch, landmarks);
    }

    /** @return these options with another smallest face */
    public AnalysisOptions withMinimumFace(final double pixelsOrShare) {
        return new AnalysisOptions(model, landmarkModel, engine, pixelsOrShare, extraPasses, maximumFaces, minimumScore,
            tracking, batch, landmarks);
    }

    /** @return these options with another rule for extra passes */
    public AnalysisOptions withExtraPasses(final ExtraPasses other) {
        return new AnalysisOptions(model, landmarkModel, engine, minimumFace, other, maximumFaces, minimumScore,
            tracking, batch, landmarks);
    }

    /** @return these options with another largest number of faces */
    public AnalysisOptions withMaximumFaces(final int faces) {
        return new AnalysisOptions(model, landmarkModel, engine, minimumFace, extraPasses, faces, minimumScore,
            tracking, batch, landmarks);
    }

    /** @return these options with another smallest score */
    public AnalysisOptions withMinimumScore(final double score) {
        return new AnalysisOptions(model, landmarkModel, engine, minimumFace, extraPasses, maximumFaces, score,
            tracking, batch, landmarks);
    }

    /** @return these options with another way to follow faces */
    public AnalysisOptions withTracking(final Tracking other) {
        return new AnalysisOptions(model, landmarkModel, engine, minimumFace, extraPasses, maximumFaces, minimumScore,
            other, batch, landmarks);
    }

    /** @return these options with another batch */
    public AnalysisOptions withBatch(final int faces) {
        return new AnalysisOptions(model, landmarkModel, engine, minimumFace, extraPasses, maximumFaces, minimumScore,
            tracking, faces, landmarks);
    }

    /** @return these options with or without the positions of the 68 points */
    public AnalysisOptions withLandmarks(final boolean wanted) {
        return new AnalysisOptions(model, landmarkModel, engine, minimumFace, extraPasses, maximumFaces, minimumScore,
            tracking, batch, wanted);
    }
}
