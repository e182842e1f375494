package org.affectj.shell;

import java.nio.file.Path;
import java.util.List;

import org.affectj.Progress;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.TrainingData;

import picocli.CommandLine.Option;

/** Options on the data that networks learn from and are evaluated on, shared by subcommands. */
final class TrainingParameters {

    @Option(names = "--data", required = true, paramLabel = "FORMAT:PATH",
        description = "A data set, given once or several times: saffwild2:DIR, csv:FILE, folders:DIR, ferplus:DIR, "
            + "photographs:DIR or rendered:DIR.")
    private List<String> data;

    @Option(names = "--work", required = true, paramLabel = "DIR",
        description = "Folder for crops, checkpoints and logs; may take some gigabytes.")
    private Path work;

    List<String> sources() {
        return List.copyOf(data);
    }

    Path work() {
        return work;
    }

    /** @return the data sets, cut into crops; to be closed */
    TrainingData open(final Progress progress) {
        return TrainingData.open(DataSets.open(data), work, progress);
    }
}
