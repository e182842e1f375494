package org.affectj.render;

/** The part of a data set that a person belongs to; never two. */
public enum Split {
    TRAIN("train", "training_set_annotations.txt"),
    VALIDATION("validation", "validation_set_annotations.txt"),
    TEST("test", "test_set_annotations.txt");

    private final String label;
    private final String annotations;

    Split(final String label, final String annotations) {
        this.label = label;
        this.annotations = annotations;
    }

    /** @return the name in annotation tables */
    public String label() {
        return label;
    }

    /** @return the name of this split's file in s-Aff-Wild2's format (METHOD 7.1) */
    public String annotations() {
        return annotations;
    }
}
