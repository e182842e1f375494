package org.affectj.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.affectj.training.data.DataReport;
import org.affectj.training.data.DataReportText;
import org.affectj.training.data.DataSet;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.Mistake;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code affectj data report}. */
@Command(name = "report",
    description = "Says how many faces, people and labels data sets have, and what is wrong or doubtful in them.")
final class ReportData implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "FORMAT:PATH",
        description = "A data set, given once or several times, as for training.")
    private List<String> data;

    @Option(names = "--splits", paramLabel = "FILE",
        description = "Splits of a data set from 'affectj data split', instead of its own; once or several times.")
    private List<Path> splits = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the report to a file as well.")
    private Path json;

    @Override
    public void run() {
        final List<DataReport> reports = new ArrayList<>();
        for (final DataSet set : DataSets.open(data, EnumSet.allOf(Mistake.class), splits))
            try (set; TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr())) {
                reports.add(DataReport.of(set, progress));
            }
        reports.forEach(report -> spec.commandLine().getOut().println(DataReportText.full(report)));
        if (json != null) DataReport.write(reports, json);
    }
}
