package org.affectj.shell;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.affectj.batch.AlignmentJob;
import org.affectj.batch.AnalysisJob;
import org.affectj.model.ActionUnit;
import org.affectj.pipeline.ColumnDictionary;
import org.affectj.pipeline.ResultColumns;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code affectj columns}: what the columns of all tables hold, for programs. */
@Command(name = "columns",
    description = "Prints as JSON what the columns of all tables hold: name, type, unit, range and meaning.")
final class Columns implements Runnable {

    /** What columns hold doesn't depend on these. */
    private static final List<Double> ANY_THRESHOLDS = Collections.nCopies(ActionUnit.values().length, 0.5);

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().println(dictionary().json());
    }

    /** @return the dictionary of all columns that there can be */
    static ColumnDictionary dictionary() {
        return new ColumnDictionary(
            Stream.concat(AnalysisJob.tables(ResultColumns.of(ANY_THRESHOLDS, 1, true)).stream(),
                Stream.of(AlignmentJob.table())).toList());
    }
}
