package org.affectj.command;

import ij.IJ;

import java.awt.GraphicsEnvironment;

import org.affectj.Progress;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.task.Task;

/**
 * Shows progress as a SciJava task and in the status bar, or as a line of the log now and then where there is no
 * screen; cancelled by the task's button or the Esc key.
 */
final class TaskProgress implements Progress {

    private static final long LINE_NANOS = 5_000_000_000L;

    private final Task task;
    private final StatusService status;
    private final LogService log;
    private long last = System.nanoTime();

    /**
     * @param task started, and finished by the caller
     * @param status the status bar
     * @param log what a terminal shows
     */
    TaskProgress(final Task task, final StatusService status, final LogService log) {
        this.task = task;
        this.status = status;
        this.log = log;
    }

    @Override
    public void update(final long done, final long total, final String message) {
        task.setProgressMaximum(total);
        task.setProgressValue(done);
        task.setStatusMessage(message);
        status.showStatus((int) done, (int) total, message);
        if (GraphicsEnvironment.isHeadless()) log(done, total, message);
    }

    private synchronized void log(final long done, final long total, final String message) {
        if (System.nanoTime() - last < LINE_NANOS) return;
        last = System.nanoTime();
        log.info(done + " of " + total + ": " + message);
    }

    @Override
    public boolean isCancelled() {
        return task.isCanceled() || IJ.escapePressed();
    }
}
