package org.affectj.command;

import ij.measure.ResultsTable;

import java.io.File;
import java.nio.file.Path;

import org.affectj.Progress;
import org.affectj.analysis.ColumnPair;
import org.affectj.analysis.TableAgreement;
import org.affectj.analysis.TableAgreement.Clock;
import org.affectj.chart.AgreementFolder;
import org.affectj.imagej.FaceTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Compares two tables of the same faces, of two tools or of a tool and human coders. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Compare Tables...")
public final class CompareTables extends AffectCommand {

    @Parameter(label = "First table", required = false, persist = false, description = "A CSV file of faces.")
    private File first;

    @Parameter(label = "Second table", required = false, persist = false,
        description = "A CSV file of the same faces, or of codes for them.")
    private File second;

    @Parameter(label = "Columns", required = false,
        description = "Columns to compare, parted by commas; AU12=smile where they have different names. "
            + "Empty for the measures that both tables have.")
    private String columns = "";

    @Parameter(label = "Rows by", choices = { "time", "frame" }, description = "What tells which rows belong together.")
    private String clock = Clock.TIME.toString();

    @Parameter(label = "Tolerance", min = "0", max = "86400", stepSize = "0.01",
        description = "How far rows that belong together are apart at most, in seconds or frames.")
    private double tolerance = 0.02;

    @Parameter(label = "Results folder", required = false, persist = false, style = "directory",
        description = "Where agreement.csv and the pictures go. It is made if it doesn't exist.")
    private File output;

    @Parameter(type = ItemIO.OUTPUT, label = "AffectJ Agreement")
    private ResultsTable agreement;

    @Parameter(type = ItemIO.OUTPUT, label = "AffectJ Agreement Rows")
    private String report;

    @Override
    void perform(final Progress progress) {
        final Path folder = path(output, "results folder");
        final TableAgreement.Result result = new TableAgreement(path(first, "first table"),
            path(second, "second table"), parts(columns, ",").stream().map(ColumnPair::of).toList(),
            named(Clock.values(), clock, "clock"), tolerance).compare(progress);
        agreement = FaceTable.find(AgreementFolder.write(folder, result).toString());
        report = result.toString();
    }
}
