package org.affectj.command;

import ij.measure.ResultsTable;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.affectj.Progress;
import org.affectj.analysis.SeriesTables;
import org.affectj.analysis.SynchronyMeasure;
import org.affectj.analysis.SynchronyTables;
import org.affectj.analysis.WindowedCorrelation;
import org.affectj.imagej.FaceTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures how two people's faces go together, and compares with chance. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Measure Synchrony...")
public final class MeasureSynchrony extends SeriesCommand {

    @Parameter(label = "Second person's table", required = false, persist = false,
        description = "If the second person has a table of their own; else both are in the first.")
    private File partner;

    @Parameter(label = "First track", min = "1", max = "1000000", description = "Track of the first person.")
    private int firstTrack = 1;

    @Parameter(label = "Second track", min = "1", max = "1000000", description = "Track of the second person.")
    private int secondTrack = 2;

    @Parameter(label = "Shift (seconds)", min = "-86400", max = "86400",
        description = "Added to the second person's times, if that camera was started later.")
    private double shift;

    @Parameter(label = "Rate (per second)", min = "0.1", max = "1000", description = "How often both are sampled.")
    private double rate = WindowedCorrelation.DEFAULT.rate();

    @Parameter(label = "Window (seconds)", min = "0.1", max = "86400", stepSize = "0.5",
        description = "Length of a window.")
    private double window = WindowedCorrelation.DEFAULT.window();

    @Parameter(label = "Step (seconds)", min = "0.01", max = "86400", stepSize = "0.5",
        description = "From one window to the next.")
    private double step = WindowedCorrelation.DEFAULT.step();

    @Parameter(label = "Largest lag (seconds)", min = "0", max = "86400", stepSize = "0.5",
        description = "How far one person may be behind the other.")
    private double maximumLag = WindowedCorrelation.DEFAULT.maximumLag();

    @Parameter(label = "Region of a peak (seconds)", min = "0.01", max = "86400", stepSize = "0.1",
        description = "A peak is larger than all correlations nearer than this.")
    private double region = WindowedCorrelation.DEFAULT.region();

    @Parameter(label = "Surrogates", min = "1", max = "100000",
        description = "How many shuffled series chance is told by.")
    private int surrogates = SynchronyMeasure.DEFAULT.surrogates();

    @Parameter(label = "Seed", min = "-2147483648", max = "2147483647", persist = false,
        description = "Of the shuffling: the same seed gives the same p.")
    private int seed = (int) SynchronyMeasure.DEFAULT.seed();

    @Parameter(label = "Results folder", required = false, persist = false, style = "directory",
        description = "Where synchrony.csv and windows.csv go. It is made if it doesn't exist.")
    private File output;

    @Parameter(type = ItemIO.OUTPUT, label = "AffectJ Synchrony")
    private ResultsTable synchrony;

    @Override
    void perform(final Progress progress) {
        final Path folder = path(output, "results folder");
        final SynchronyMeasure measure =
            new SynchronyMeasure(new WindowedCorrelation(rate, window, step, maximumLag, region), surrogates, seed);
        final List<Path> both = new ArrayList<>(tables().tables());
        if (partner != null) both.add(partner.toPath());
        new SynchronyTables(new SeriesTables(both, tables().channels(), tables().preparation()),
            firstTrack, secondTrack, shift, measure).write(folder, progress);
        synchrony = FaceTable.find(folder.resolve("synchrony.csv").toString());
    }
}
