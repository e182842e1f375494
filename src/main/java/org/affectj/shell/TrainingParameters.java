package org.affectj.shell;

import java.nio.file.Path;

import org.affectj.Progress;
import org.affectj.training.data.TrainingData;

import picocli.CommandLine.Option;

/** Options on the data that networks learn from and are evaluated on, shared by subcommands. */
final class TrainingParameters extends DataParameters {

    @Option(names = "--work", required = true, paramLabel = "DIR",
        description = "Folder for crops, checkpoints and logs; may take some gigabytes.")
    private Path work;

    Path work() {
        return work;
    }

    /** @return the data sets, cut into crops; to be closed */
    TrainingData open(final Progress progress) {
        return TrainingData.open(sets(), work, progress);
    }

    /** Opens the data sets for a training, and tells what is in them. */
    TrainingData openToTrain(final TerminalProgress progress) {
        final TrainingData sets = open(progress);
        progress.print(sets.summary());
        return sets;
    }
}
