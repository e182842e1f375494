package org.affectj.command;

import java.io.File;
import java.nio.file.Path;

import org.affectj.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Smooths the time series of a table of faces and corrects them for what each face shows at rest. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Smooth Table...")
public final class SmoothTable extends SeriesCommand {

    @Parameter(label = "Save as", required = false, persist = false, style = "save",
        description = "The CSV file to write.")
    private File output;

    @Parameter(type = ItemIO.OUTPUT, label = "Smoothed Table")
    private String report;

    @Override
    void perform(final Progress progress) {
        final Path file = path(output, "file to write");
        report = tables().writeSmoothed(file, progress) + " people: " + file;
    }
}
