package org.affectj;

import java.util.concurrent.CancellationException;

/** How long work tells where it stands, and learns that it is no longer wanted. Implementations are thread-safe. */
public interface Progress {

    /** Reports to nobody and is never cancelled. */
    Progress NONE = new Progress() {

        @Override
        public void update(final long done, final long total, final String message) {
            // nobody listens
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * @param done units of work finished
     * @param total units in all, or -1 where that isn't known
     * @param message what is being worked on, for people
     */
    void update(long done, long total, String message);

    /** @return whether the work should stop at the next opportunity */
    boolean isCancelled();

    /**
     * Stops the calling work if it was cancelled.
     *
     * @throws CancellationException if {@link #isCancelled()}
     */
    default void throwIfCancelled() {
        if (isCancelled()) throw new CancellationException("cancelled");
    }
}
