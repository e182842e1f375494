package org.affectj.detect;

/** When a picture is searched again for turned and tilted faces, which takes several times as long. */
public enum ExtraPasses {
    /** Never: only frontal, upright faces are found. */
    NEVER("never"),
    /** When the pass before has found no face. */
    WHEN_NONE("when none"),
    /** Always. */
    ALWAYS("always");

    private final String label;

    ExtraPasses(final String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
