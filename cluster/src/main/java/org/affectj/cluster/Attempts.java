package org.affectj.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;

import org.apache.spark.TaskContext;

/**
 * How long Spark tries a task, so that an input that is the end of every process becomes a problem and not the end of
 * the job.
 *
 * @param most how often Spark tries before it gives up the job
 */
record Attempts(int most) implements Serializable {

    /** @return why this attempt, the last, isn't made; empty for those before */
    Optional<String> exhausted(final Source source, final TaskContext task) {
        if (task.attemptNumber() == 0 || task.attemptNumber() < most - 1) return Optional.empty();
        return Optional.of("The input '" + source.address() + "' was begun " + task.attemptNumber()
            + " times, and each time the process that worked on it failed or was lost: look at the logs of Spark's "
            + "executors, give them more memory, or try the input alone.");
    }

    /**
     * @return what to tell of an input that can't be reached
     * @throws IOException the reason, if another attempt may help
     */
    String unreachable(final Source source, final TaskContext task, final IOException reason) throws IOException {
        if (task.attemptNumber() < most - 2) throw reason;
        return "The input '" + source.address() + "' can't be read (" + reason.getMessage()
            + "): see that it is there and that Spark's computers reach it.";
    }
}
