package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.affectj.AffectException;
import org.affectj.detect.ExtraPasses;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AnalysisOptionsTest {

    private static final AnalysisOptions OPTIONS = AnalysisOptions.DEFAULT;

    @Test
    void changesOneThingAtATime() {
        final EngineOptions engine = new EngineOptions("cpu", Precision.FLOAT32, 2);
        final AnalysisOptions changed = OPTIONS.withModel("a").withLandmarkModel("b").withEngine(engine)
            .withMinimumFace(60).withExtraPasses(ExtraPasses.NEVER).withMaximumFaces(3).withMinimumScore(0.7)
            .withTracking(new Tracking(5, 2)).withBatch(8).withLandmarks(true);
        assertEquals(new AnalysisOptions("a", "b", engine, 60, ExtraPasses.NEVER, 3, 0.7, new Tracking(5, 2), 8, true),
            changed);
    }

    @Test
    void refusesWhatMakesNoSense() {
        refuses("The model has no name: give the name or the folder of one.", () -> OPTIONS.withModel(" "));
        refuses("The smallest face can't be 0.0: give a number of pixels, or a share of the picture such as 0.1.",
            () -> OPTIONS.withMinimumFace(0));
        refuses("The smallest face can't be NaN: give a number of pixels, or a share of the picture such as 0.1.",
            () -> OPTIONS.withMinimumFace(Double.NaN));
        refuses("The largest number of faces can't be -1: give 0 for all, or a number above 0.",
            () -> OPTIONS.withMaximumFaces(-1));
        refuses("The smallest score can't be 1.5: give a number from 0 to 1.", () -> OPTIONS.withMinimumScore(1.5));
        refuses("Faces can't be sought every 0 frames: give 1 for every frame, or a number up to 100.",
            () -> new Tracking(0, 1));
        refuses("The gap in tracks can't be -1.0: give 0 to 60 seconds.", () -> new Tracking(1, -1));
        refuses("The batch can't be 0: give a number from 1 to 1024.", () -> OPTIONS.withBatch(0));
    }

    private static void refuses(final String message, final Executable change) {
        assertEquals(message, assertThrows(AffectException.class, change).getMessage());
    }
}
