package org.affectj.command;

import ij.IJ;

import org.affectj.Progress;
import org.scijava.app.StatusService;
import org.scijava.task.Task;

/** Shows progress as a SciJava task and in the status bar; cancelled by the task's button or the Esc key. */
final class TaskProgress implements Progress {

    private final Task task;
    private final StatusService status;

    /**
     * @param task started, and finished by the caller
     * @param status the status bar
     */
    TaskProgress(final Task task, final StatusService status) {
        this.task = task;
        this.status = status;
    }

    @Override
    public void update(final long done, final long total, final String message) {
        task.setProgressMaximum(total);
        task.setProgressValue(done);
        task.setStatusMessage(message);
        status.showStatus((int) done, (int) total, message);
    }

    @Override
    public boolean isCancelled() {
        return task.isCanceled() || IJ.escapePressed();
    }
}
