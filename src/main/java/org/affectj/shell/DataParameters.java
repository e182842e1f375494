package org.affectj.shell;

import java.nio.file.Path;
import java.util.List;

import org.affectj.training.data.DataSet;
import org.affectj.training.data.DataSets;

import picocli.CommandLine.Option;

/** Options on data sets, their splits and their mistakes, shared by subcommands. */
class DataParameters extends SkipParameters {

    @Option(names = "--data", required = true, paramLabel = "FORMAT:PATH",
        description = "A data set, given once or several times: saffwild2:DIR, affwild2:DIR, csv:FILE, folders:DIR, "
            + "ferplus:DIR, photographs:DIR or rendered:DIR.")
    private List<String> data;

    @Option(names = "--splits", paramLabel = "FILE",
        description = "Splits of a data set from 'affectj data split', instead of its own; once or several times.")
    private List<Path> splits = List.of();

    /** @return what was given for the data sets */
    final List<String> sources() {
        return List.copyOf(data);
    }

    /** @return the data sets, to be closed */
    final List<DataSet> sets() {
        return DataSets.open(data, leftOut(), splits);
    }
}
