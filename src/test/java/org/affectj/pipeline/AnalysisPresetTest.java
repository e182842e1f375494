package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.affectj.detect.ExtraPasses;
import org.junit.jupiter.api.Test;

/** What presets change, and what they leave alone. */
class AnalysisPresetTest {

    private static final AnalysisOptions OWN = AnalysisOptions.DEFAULT.withMinimumFace(77).withMaximumFaces(3)
        .withExtraPasses(ExtraPasses.ALWAYS).withTracking(new Tracking(2, 9, false));

    @Test
    void ownValuesStay() {
        assertEquals(OWN, AnalysisPreset.OWN.of(OWN));
    }

    @Test
    void searchIsAsThePresetSays() {
        assertEquals(OWN.withMinimumFace(0.15).withExtraPasses(ExtraPasses.NEVER)
            .withTracking(new Tracking(5, 9, false)), AnalysisPreset.FAST.of(OWN));
        assertEquals(OWN.withMinimumFace(0.05).withTracking(new Tracking(1, 9, false)),
            AnalysisPreset.ACCURATE.of(OWN));
        assertEquals(OWN.withMinimumFace(0.08).withExtraPasses(ExtraPasses.WHEN_NONE)
            .withTracking(new Tracking(5, 9, false)), AnalysisPreset.VIDEO.of(OWN));
    }
}
