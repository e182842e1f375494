package org.affectj.command;

import java.io.File;
import java.util.List;

import org.affectj.analysis.Baseline;
import org.affectj.analysis.Preparation;
import org.affectj.analysis.SeriesTables;
import org.affectj.analysis.Smoothing;
import org.scijava.plugin.Parameter;

/** A command that takes tables of faces as time series: which, and what is done to each series first. */
abstract class SeriesCommand extends AffectCommand {

    @Parameter(label = "Table", required = false, persist = false, style = "both",
        description = "A CSV file that Analyze Faces or Analyze Folder wrote of a video, or a folder of them.")
    private File table;

    @Parameter(label = "Columns", required = false,
        description = "The columns to take, parted by commas; empty for action units, expressions, "
            + "valence and arousal.")
    private String channels = "";

    @Parameter(label = "Smoothing", choices = { "none", "gaussian", "median", "savitzky-golay" },
        description = "gaussian: a weighted mean; median: takes out outliers; savitzky-golay: keeps "
            + "the height of peaks.")
    private String smoothing = Smoothing.DEFAULT.method().toString();

    @Parameter(label = "Width (seconds)", min = "0.001", max = "86400", stepSize = "0.1",
        description = "Window of the smoothing; of gaussian the width at half its height.")
    private double width = Smoothing.DEFAULT.width();

    @Parameter(label = "Degree", min = "0", max = "5", description = "Degree of the polynomials of savitzky-golay.")
    private int degree = Smoothing.DEFAULT.degree();

    @Parameter(label = "Longest gap (seconds)", min = "0.001", max = "86400", stepSize = "0.1",
        description = "A longer time without values breaks a series: nothing is smoothed, and no "
            + "event goes on, over it.")
    private double gap = Smoothing.DEFAULT.longestGap();

    @Parameter(label = "Baseline", choices = { "none", "median", "percentile", "interval" },
        description = "What is subtracted from each series as the face at rest.")
    private String baseline = Baseline.DEFAULT.kind().toString();

    @Parameter(label = "Percentile", min = "0.1", max = "99.9", description = "Which percentile is the baseline.")
    private double percentile = Baseline.DEFAULT.percentile();

    @Parameter(label = "Rest from (seconds)", min = "-86400", max = "86400",
        description = "Where the interval of the baseline begins.")
    private double restFrom = Baseline.DEFAULT.from();

    @Parameter(label = "Rest to (seconds)", min = "-86400", max = "86400",
        description = "Where the interval of the baseline ends.")
    private double restTo = Baseline.DEFAULT.to();

    /** @return the tables, checked */
    final SeriesTables tables() {
        return new SeriesTables(List.of(path(table, "table")), parts(channels, ","),
            new Preparation(new Smoothing(named(Smoothing.Method.values(), smoothing, "smoothing"), width, degree, gap),
                new Baseline(named(Baseline.Kind.values(), baseline, "baseline"), percentile, restFrom, restTo)));
    }

    /** @return seconds without values that break a series */
    final double gap() {
        return gap;
    }
}
