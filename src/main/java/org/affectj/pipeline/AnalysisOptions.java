package org.affectj.pipeline;

import org.affectj.AffectException;
import org.affectj.engine.EngineOptions;
import org.affectj.model.ModelStore;

/**
 * How faces are found and measured. Menu, macro and shell share it, so a wrong value gives the same message everywhere.
 *
 * @param model name of the affect model, or the path of its folder
 * @param landmarkModel name of the landmark model, or the path of its folder
 * @param engine where and how networks run
 * @param minimumFace width in pixels of the smallest face that is looked for, at least {@value #SMALLEST_FACE}
 * @param landmarks whether tables hold the positions of the 68 points
 */
public record AnalysisOptions(String model, String landmarkModel, EngineOptions engine, int minimumFace,
    boolean landmarks) {

    /** The smallest face that detectors are made for, in pixels. */
    public static final int SMALLEST_FACE = 20;
    /** The smallest face that is looked for unless a user says otherwise, in pixels. */
    public static final int DEFAULT_MINIMUM_FACE = 48;
    /** What suits most pictures. */
    public static final AnalysisOptions DEFAULT = new AnalysisOptions(ModelStore.AFFECT, ModelStore.LANDMARKS,
        EngineOptions.DEFAULT, DEFAULT_MINIMUM_FACE, false);

    public AnalysisOptions {
        if (minimumFace < SMALLEST_FACE)
            throw new AffectException("The minimum face size is " + minimumFace + " pixels: give at least "
                + SMALLEST_FACE + ".");
    }
}
