package org.affectj.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.affectj.training.data.DataSet;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.Mistake;

import picocli.CommandLine.Option;

/** Options on data sets and on what happens to their mistakes, shared by subcommands. */
class DataParameters {

    @Option(names = "--data", required = true, paramLabel = "FORMAT:PATH",
        description = "A data set, given once or several times: saffwild2:DIR, affwild2:DIR, csv:FILE, folders:DIR, "
            + "ferplus:DIR, photographs:DIR or rendered:DIR.")
    private List<String> data;

    @Option(names = "--skip-missing", description = "Leave out faces whose picture is missing, instead of an error.")
    private boolean skipMissing;

    @Option(names = "--skip-invalid", description = "Leave out rows with a label that can't be, instead of an error.")
    private boolean skipInvalid;

    /** @return what was given for the data sets */
    final List<String> sources() {
        return List.copyOf(data);
    }

    /** @return the data sets, to be closed */
    final List<DataSet> sets() {
        final Set<Mistake> leftOut = EnumSet.noneOf(Mistake.class);
        if (skipMissing) leftOut.add(Mistake.MISSING_PICTURE);
        if (skipInvalid) leftOut.add(Mistake.INVALID);
        return DataSets.open(data, leftOut);
    }
}
