package org.affectj.model.catalogue;

import org.affectj.AffectException;

/** A file isn't the one that the catalogue names: what has come of it is of no use. */
final class WrongFileException extends AffectException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with which file, and what to do */
    WrongFileException(final String message) {
        super(message);
    }
}
