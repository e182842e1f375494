package org.affectj.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.affectj.analysis.GroupSummary;
import org.affectj.analysis.Stimulus;
import org.affectj.analysis.Subjects;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code affectj timeline epochs}. */
@Command(name = "epochs",
    description = { "Writes what each person showed during each stimulus, and compares conditions over subjects.",
        "Writes epochs.csv and groups.csv." })
final class CutEpochs implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeriesParameters series;

    @Option(names = "--stimuli", required = true, paramLabel = "FILE",
        description = "CSV file with the columns start, end or length (seconds), condition and, if wanted, source.")
    private Path stimuli;

    @Option(names = "--before", paramLabel = "SECONDS", defaultValue = "0",
        description = "Compare with so many seconds before each stimulus; 0 for no comparison. Default: "
            + "${DEFAULT-VALUE}.")
    private double before;

    @Option(names = "--subjects", paramLabel = "FILE",
        description = "CSV file with the columns source, subject and, for recordings of several people, "
            + "track. Without it, each recording is a subject.")
    private Path subjects;

    @Option(names = { "-o", "--output" }, required = true, paramLabel = "DIR",
        description = "Folder for the two tables; made if it doesn't exist.")
    private Path output;

    @Override
    public void run() {
        try (TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr())) {
            final List<GroupSummary.Row> rows = series.tables().writeEpochs(output.resolve("epochs.csv"),
                output.resolve("groups.csv"), Stimulus.read(stimuli), before,
                subjects == null ? Subjects.BY_SOURCE : Subjects.read(subjects), progress);
            rows.forEach(row -> spec.commandLine().getOut().println(String.format(Locale.ROOT,
                "%-16s %-10s %8.4f  95 %% %8.4f to %8.4f  %d subjects", row.condition(), row.channel(),
                row.mean(), row.low(), row.high(), row.subjects())));
            spec.commandLine().getOut().println(output.resolve("epochs.csv") + ", " + output.resolve("groups.csv"));
        }
    }
}
