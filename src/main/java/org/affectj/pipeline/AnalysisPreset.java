package org.affectj.pipeline;

import org.affectj.detect.ExtraPasses;

/** Settings that go well together, for those who don't want to choose each: how thoroughly faces are sought. */
public enum AnalysisPreset {

    /** Nothing is changed. */
    OWN("own values"),
    /** Large, frontal faces, sought in every fifth frame. */
    FAST("fast"),
    /** Small and turned faces too, sought in every frame. */
    ACCURATE("accurate"),
    /** Faces are sought in every fifth frame and followed in between. */
    VIDEO("video");

    private static final int SPARSE = 5;

    private final String label;

    AnalysisPreset(final String label) {
        this.label = label;
    }

    /**
     * @return options with the smallest face, the search for turned faces and the frames between searches of
     *         this preset
     */
    public AnalysisOptions of(final AnalysisOptions own) {
        return switch (this) {
            case OWN -> own;
            case FAST -> every(SPARSE, own.withMinimumFace(0.15).withExtraPasses(ExtraPasses.NEVER));
            case ACCURATE -> every(1, own.withMinimumFace(0.05).withExtraPasses(ExtraPasses.ALWAYS));
            case VIDEO -> every(SPARSE, own.withMinimumFace(AnalysisOptions.DEFAULT.minimumFace())
                .withExtraPasses(ExtraPasses.WHEN_NONE));
        };
    }

    private static AnalysisOptions every(final int frames, final AnalysisOptions own) {
        return own.withTracking(new Tracking(frames, own.tracking().gap(), own.tracking().byLooks()));
    }

    /** @return the name in menus and macros */
    @Override
    public String toString() {
        return label;
    }
}
