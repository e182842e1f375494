package org.affectj.shell;

import java.nio.file.Path;
import java.util.Optional;

import org.affectj.Progress;
import org.affectj.training.data.TrainingData;

import picocli.CommandLine.Option;

/** Options on the data that networks learn from and are evaluated on, shared by subcommands. */
final class TrainingParameters {

    @Option(names = "--data", required = true, paramLabel = "DIR",
        description = "Folder of the data sets: ferplus.csv, photographs.csv, with their zip files and landmarks.")
    private Path data;

    @Option(names = "--rendered", paramLabel = "DIR",
        description = "Folder of rendered faces, with annotations.csv.")
    private Path rendered;

    @Option(names = "--work", required = true, paramLabel = "DIR",
        description = "Folder for crops, checkpoints and logs; may take some gigabytes.")
    private Path work;

    Path work() {
        return work;
    }

    /** @return the data sets, cut into crops; to be closed */
    TrainingData open(final Progress progress) {
        return TrainingData.open(data, Optional.ofNullable(rendered), work, progress);
    }
}
