package org.affectj.cluster;

import org.affectj.Progress;
import org.apache.spark.TaskContext;

/** Stops when Spark no longer wants the task. */
record TaskProgress(TaskContext task) implements Progress {

    @Override
    public void update(final long done, final long total, final String message) {
        // Spark tells of tasks, not of frames
    }

    @Override
    public boolean isCancelled() {
        return task.isInterrupted();
    }
}
