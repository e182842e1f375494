package org.affectj.training.data;

/** What can be wrong with a row of a data set. */
public enum Mistake {
    /** A label or another cell that can't be. */
    INVALID,
    /** A picture that isn't there. */
    MISSING_PICTURE,
    /** A person who was in another split before. */
    TWO_SPLITS
}
