package org.affectj.command;

import ij.WindowManager;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.chart.ResultChartKind;
import org.affectj.chart.ResultOutline;
import org.affectj.imagej.FaceTable;
import org.affectj.imagej.TableRows;
import org.affectj.imagej.explorer.ExplorerWindow;
import org.affectj.pipeline.CsvRows;
import org.affectj.pipeline.ResultRows;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows a results table as charts over time, linked with the image that was analysed, or saves the charts. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Explore Results...")
public final class ExploreResults extends AffectCommand {

    @Parameter(label = "Table", persist = false,
        description = "Title of the window that Analyze Faces showed its table in; counts if no file is given.")
    private String table = FaceTable.TITLE;

    @Parameter(label = "Table file", required = false, persist = false, style = "open",
        description = "A CSV file of results, of any length; empty for the table in a window.")
    private File file;

    @Parameter(label = "Save charts to", required = false, persist = false, style = "directory",
        description = "A folder to save all charts to, as pictures (PNG), drawings (SVG) and numbers "
            + "(CSV); empty for none.")
    private File charts;

    @Parameter(type = ItemIO.OUTPUT, label = "Explorer")
    private ExplorerWindow explorer;

    @Override
    void perform(final Progress progress) {
        if (charts == null && GraphicsEnvironment.isHeadless())
            throw new AffectException("There is no screen for a window: name a folder to save the charts to.");
        final ResultRows rows = file == null ? new TableRows(table, FaceTable.find(table))
            : CsvRows.open(file.toPath(), progress);
        try {
            final ResultOutline outline = ResultOutline.of(rows, progress);
            if (charts != null) ResultChartKind.saveAll(outline, charts.toPath());
            if (!GraphicsEnvironment.isHeadless()) explorer = new ExplorerWindow(rows, outline,
                Optional.ofNullable(WindowManager.getImage(outline.faces().get(0).source())));
        }
        finally {
            if (explorer == null) rows.close();
        }
    }
}
