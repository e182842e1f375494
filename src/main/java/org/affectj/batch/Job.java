package org.affectj.batch;

import java.nio.file.Path;
import java.util.List;

import org.affectj.Progress;

/** The work that a {@link Batch} does for each input. */
@FunctionalInterface
public interface Job {

    /**
     * @param input the file
     * @param output path of its results without their endings; no other input has the same
     * @param progress learns the frames done of this input
     * @return what was written
     * @throws org.affectj.AffectException if the input can't be worked on; the batch goes on with the next
     */
    Outcome.Result run(Path input, Path output, Progress progress);

    /**
     * Comes at the end, when every input had its turn.
     *
     * @param folder of the results
     * @param all what is in the folder, from earlier runs too, in the order of the inputs' paths
     */
    default void finish(final Path folder, final List<Outcome> all) {
        // there is nothing to do
    }
}
