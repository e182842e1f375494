package org.affectj.shell;

import java.nio.file.Path;
import java.util.List;

import org.affectj.analysis.Baseline;
import org.affectj.analysis.Preparation;
import org.affectj.analysis.SeriesTables;
import org.affectj.analysis.Smoothing;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which tables are taken as time series, and what is done to each series first; shared by subcommands. */
final class SeriesParameters {

    @Parameters(paramLabel = "TABLE", arity = "1..*",
        description = "Tables of faces that 'affectj analyze' or 'affectj import' wrote, or folders of them.")
    private List<Path> tables;

    @Option(names = "--channels", paramLabel = "COLUMN", split = ",",
        description = "Columns to take, parted by commas. Default: action units, expressions, valence and arousal.")
    private List<String> channels = List.of();

    @Option(names = "--smooth", paramLabel = "METHOD",
        description = "none, gaussian, median or savitzky-golay. Default: ${DEFAULT-VALUE}.")
    private Smoothing.Method method = Smoothing.DEFAULT.method();

    @Option(names = "--width", paramLabel = "SECONDS",
        description = "Window of the smoothing; of gaussian the width at half its height. Default: ${DEFAULT-VALUE}.")
    private double width = Smoothing.DEFAULT.width();

    @Option(names = "--degree", paramLabel = "N",
        description = "Degree of the polynomials of savitzky-golay, 0 to 5. Default: ${DEFAULT-VALUE}.")
    private int degree = Smoothing.DEFAULT.degree();

    @Option(names = "--gap", paramLabel = "SECONDS",
        description = "A longer time without values breaks a series: nothing is smoothed, and no "
            + "event goes on, over it. Default: ${DEFAULT-VALUE}.")
    private double gap = Smoothing.DEFAULT.longestGap();

    @Option(names = "--baseline", paramLabel = "KIND",
        description = "What is subtracted from each series as the face at rest: none, median, percentile, "
            + "or interval (the mean from --rest-from to --rest-to). Default: ${DEFAULT-VALUE}.")
    private Baseline.Kind baseline = Baseline.DEFAULT.kind();

    @Option(names = "--percentile", paramLabel = "PERCENT",
        description = "Which percentile is the baseline. Default: ${DEFAULT-VALUE}.")
    private double percentile = Baseline.DEFAULT.percentile();

    @Option(names = "--rest-from", paramLabel = "SECONDS",
        description = "Where the interval of the baseline begins. Default: ${DEFAULT-VALUE}.")
    private double restFrom = Baseline.DEFAULT.from();

    @Option(names = "--rest-to", paramLabel = "SECONDS",
        description = "Where the interval of the baseline ends. Default: ${DEFAULT-VALUE}.")
    private double restTo = Baseline.DEFAULT.to();

    /** @return the tables, checked */
    SeriesTables tables() {
        return new SeriesTables(tables, channels, new Preparation(new Smoothing(method, width, degree, gap),
            new Baseline(baseline, percentile, restFrom, restTo)));
    }

    /** @return seconds without values that break a series */
    double gap() {
        return gap;
    }
}
