package org.affectj.training;

import java.nio.file.Path;

import org.affectj.AffectException;

/** Where one training keeps its state. */
final class RunFolder {

    /** TensorFlow takes the names of checkpoints as patterns, in which these stand for others. */
    private static final String PATTERN = ".*[\\[\\]*?].*";

    private RunFolder() {
    }

    /**
     * @param work folder for runs
     * @param output model folder that the training makes
     * @return the run's folder, called as the model
     * @throws AffectException if TensorFlow can't write in a folder of that name
     */
    static Path of(final Path work, final Path output) {
        final Path run = work.resolve("runs").resolve(output.getFileName());
        if (run.toAbsolutePath().toString().matches(PATTERN))
            throw new AffectException("The folder '" + run.toAbsolutePath()
                + "' can't be used to train, since TensorFlow can't write where names have [, ], * or ?: give another "
                + "work folder or model name.");
        return run;
    }
}
