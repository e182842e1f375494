package org.affectj.command;

import ij.measure.ResultsTable;

import java.io.File;
import java.nio.file.Path;

import org.affectj.Progress;
import org.affectj.analysis.EventRule;
import org.affectj.imagej.FaceTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Finds when action units begin, are strongest and end, in a table of faces of a video. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Find Events...")
public final class FindEvents extends SeriesCommand {

    @Parameter(label = "High threshold", min = "-1000", max = "1000", stepSize = "0.05",
        description = "Value that an event reaches.")
    private double high = EventRule.DEFAULT.high();

    @Parameter(label = "Low threshold", min = "-1000", max = "1000", stepSize = "0.05",
        description = "Value that an event stays at or above from onset to offset.")
    private double low = EventRule.DEFAULT.low();

    @Parameter(label = "Minimum length (seconds)", min = "0", max = "86400", stepSize = "0.1",
        description = "How long an event lasts at least.")
    private double minimumLength = EventRule.DEFAULT.minimumLength();

    @Parameter(label = "Save as", required = false, persist = false, style = "save",
        description = "The CSV file to write.")
    private File output;

    @Parameter(type = ItemIO.OUTPUT, label = "AffectJ Events")
    private ResultsTable events;

    @Override
    void perform(final Progress progress) {
        final Path file = path(output, "file to write");
        final EventRule rule = new EventRule(high, low, minimumLength, gap());
        events = tables().writeEvents(file, rule, progress) == 0 ? new ResultsTable() : FaceTable.find(file.toString());
    }
}
