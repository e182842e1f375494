package org.affectj.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.affectj.analysis.SynchronyMeasure;
import org.affectj.analysis.SynchronyTables;
import org.affectj.analysis.WindowedCorrelation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code affectj synchrony}: do two people's faces go together? */
@Command(name = "synchrony", description = {
    "Measures how two people's faces go together, by windowed cross-correlation, and compares with shuffled segments.",
    "Give one table with both people or one table for each. Writes synchrony.csv and windows.csv." })
final class MeasureSynchrony implements Runnable {

    private static final WindowedCorrelation WINDOWS = WindowedCorrelation.DEFAULT;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeriesParameters series;

    @Option(names = "--first", paramLabel = "TRACK", defaultValue = "1",
        description = "Track of the first person, in the first table. Default: ${DEFAULT-VALUE}.")
    private int first;

    @Option(names = "--second", paramLabel = "TRACK", defaultValue = "2",
        description = "Track of the second person, in the last table. Default: ${DEFAULT-VALUE}.")
    private int second;

    @Option(names = "--shift", paramLabel = "SECONDS", defaultValue = "0",
        description = "Added to the second person's times, if that camera was started later. Default: "
            + "${DEFAULT-VALUE}.")
    private double shift;

    @Option(names = "--rate", paramLabel = "HERTZ",
        description = "Both are sampled so often a second. Default: ${DEFAULT-VALUE}.")
    private double rate = WINDOWS.rate();

    @Option(names = "--window", paramLabel = "SECONDS", description = "Length of a window. Default: ${DEFAULT-VALUE}.")
    private double window = WINDOWS.window();

    @Option(names = "--step", paramLabel = "SECONDS",
        description = "From one window to the next. Default: ${DEFAULT-VALUE}.")
    private double step = WINDOWS.step();

    @Option(names = "--max-lag", paramLabel = "SECONDS",
        description = "How far one person may be behind the other. Default: ${DEFAULT-VALUE}.")
    private double maximumLag = WINDOWS.maximumLag();

    @Option(names = "--region", paramLabel = "SECONDS",
        description = "A peak is larger than all correlations nearer than this. Default: ${DEFAULT-VALUE}.")
    private double region = WINDOWS.region();

    @Option(names = "--surrogates", paramLabel = "N", description = "Shuffled series. Default: ${DEFAULT-VALUE}.")
    private int surrogates = SynchronyMeasure.DEFAULT.surrogates();

    @Option(names = "--seed", paramLabel = "N", description = "Of the shuffling. Default: ${DEFAULT-VALUE}.")
    private long seed = SynchronyMeasure.DEFAULT.seed();

    @Option(names = { "-o", "--output" }, required = true, paramLabel = "DIR",
        description = "Folder for the two tables; made if it doesn't exist.")
    private Path output;

    @Override
    public void run() {
        final SynchronyMeasure measure =
            new SynchronyMeasure(new WindowedCorrelation(rate, window, step, maximumLag, region), surrogates, seed);
        final List<SynchronyTables.Row> rows;
        try (TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr())) {
            rows = new SynchronyTables(series.tables(), first, second, shift, measure).write(output, progress);
        }
        rows.forEach(row -> spec.commandLine().getOut().println(String.format(Locale.ROOT,
            "%-10s mean peak %.3f, by chance %.3f; lag %.2f s; p = %.3f", row.channel(), row.synchrony().meanPeak(),
            row.synchrony().chance(), row.synchrony().meanLag(), row.synchrony().p())));
        spec.commandLine().getOut().println(output.resolve("synchrony.csv") + ", " + output.resolve("windows.csv"));
    }
}
