package org.affectj;

/**
 * A problem that the user can act on. The message is one sentence that names the file or parameter, says what is wrong
 * and what to do; it is shown as it is, without a stack trace.
 */
public class AffectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with which thing, and what to do */
    public AffectException(final String message) {
        super(message);
    }

    /**
     * @param message what is wrong with which thing, and what to do
     * @param cause the failure behind it, for logs
     */
    public AffectException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
