package org.affectj.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.affectj.analysis.ColumnAgreement;
import org.affectj.analysis.ColumnPair;
import org.affectj.analysis.TableAgreement;
import org.affectj.chart.AgreementFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affectj agree}: do two tables of the same faces say the same? */
@Command(name = "agree",
    description = { "Compares two tables of the same faces, of two tools or of a tool and human coders.",
        "Writes agreement.csv, and for each measure a picture of its values and differences." })
final class CompareTables implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FIRST", description = "A table of faces.")
    private Path first;

    @Parameters(index = "1", paramLabel = "SECOND",
        description = "Another table of the same faces, or of codes for them.")
    private Path second;

    @Option(names = "--columns", paramLabel = "COLUMN", split = ",",
        description = "Columns to compare, parted by commas; AU12=smile where they have different names. "
            + "Default: the measures that both tables have.")
    private List<String> columns = List.of();

    @Option(names = "--by", paramLabel = "COLUMN", defaultValue = "time",
        description = "What tells which rows belong together: time or frame. Default: ${DEFAULT-VALUE}.")
    private TableAgreement.Clock clock;

    @Option(names = "--tolerance", paramLabel = "X", defaultValue = "0.02",
        description = "How far rows that belong together are apart at most, in seconds or frames. Default: "
            + "${DEFAULT-VALUE}.")
    private double tolerance;

    @Option(names = { "-o", "--output" }, required = true, paramLabel = "DIR",
        description = "Folder for the table and the pictures; made if it doesn't exist.")
    private Path output;

    @Override
    public void run() {
        final TableAgreement.Result result;
        try (TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr())) {
            result = new TableAgreement(first, second, columns.stream().map(ColumnPair::of).toList(), clock, tolerance)
                .compare(progress);
        }
        final Path table = AgreementFolder.write(output, result);
        result.columns().forEach(this::print);
        spec.commandLine().getOut().println(result);
        spec.commandLine().getOut().println(table);
    }

    private void print(final ColumnAgreement agreement) {
        spec.commandLine().getOut()
            .println(String.format(Locale.ROOT, "%-16s %7d pairs  r %6.3f  CCC %6.3f  bias %7.3f",
                agreement.columns(), agreement.concordance().count(), agreement.concordance().correlation(),
                agreement.concordance().value(), agreement.differences().mean()));
    }
}
