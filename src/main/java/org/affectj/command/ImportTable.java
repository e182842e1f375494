package org.affectj.command;

import java.io.File;

import org.affectj.Progress;
import org.affectj.analysis.TableImport;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes a table of another tool into one of AffectJ's, to compare with or to take as time series. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Import Table...")
public final class ImportTable extends AffectCommand {

    @Parameter(label = "Table", required = false, persist = false,
        description = "A CSV file of OpenFace 2, Py-Feat or LibreFace, or a detailed log of FaceReader as text.")
    private File table;

    @Parameter(label = "Frames a second", min = "0", max = "100000", stepSize = "1",
        description = "Of the video, for tools that don't tell the time (Py-Feat); 0 if unknown.")
    private double rate;

    @Parameter(label = "Save as", required = false, persist = false, style = "save",
        description = "The CSV file to write.")
    private File output;

    @Parameter(type = ItemIO.OUTPUT, label = "Imported Table")
    private String report;

    @Override
    void perform(final Progress progress) {
        report = new TableImport(path(table, "table"), rate == 0 ? Double.NaN : rate)
            .write(path(output, "file to write"), progress).toString();
    }
}
