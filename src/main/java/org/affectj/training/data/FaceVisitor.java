package org.affectj.training.data;

import org.affectj.AffectException;

/** Takes what a {@link DataSet} reads, row by row. */
@FunctionalInterface
public interface FaceVisitor {

    /** Takes a face. */
    void face(FaceExample face);

    /** Takes a row of which nothing is labelled. */
    default void unlabelled() {
        // nothing can be learnt from it
    }

    /** Takes a labelled frame of a video in which no face was found when the set was made. */
    default void faceless() {
        // that is how the set is: no mistake
    }

    /**
     * Takes a row that is wrong.
     *
     * @param kind what is wrong
     * @param error says it, with file and line
     * @throws AffectException {@code error}, unless the visitor can go on
     */
    default void mistake(final Mistake kind, final AffectException error) {
        throw error;
    }

    /** Takes a wrong row that is left out as the user wished. */
    default void leftOut(final Mistake kind, final AffectException error) {
        // only reports want to know
    }
}
