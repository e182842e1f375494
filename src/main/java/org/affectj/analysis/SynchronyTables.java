package org.affectj.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.Progress;

/**
 * The synchrony of two people, of one table or of two.
 *
 * @param series one table with both, or one table for each; which measures; what is done to them first
 * @param first track of the first person, in the first table
 * @param second track of the second person, in the last table
 * @param shift what is added to the second person's times, in seconds, where their clock began later
 * @param measure how synchrony is measured
 */
public record SynchronyTables(SeriesTables series, int first, int second, double shift, SynchronyMeasure measure) {

    /** What was found of one measure. */
    public record Row(String channel, Synchrony synchrony) {
    }

    /**
     * Writes {@code synchrony.csv}, a row for each measure, and {@code windows.csv}, a row for each window.
     *
     * @param folder for the two files
     * @param progress learns the surrogates done
     * @return what stands in {@code synchrony.csv}
     * @throws AffectException if a table can't be read, the two people aren't seen together for long enough, or a file
     *             can't be written
     */
    public List<Row> write(final Path folder, final Progress progress) {
        final List<Path> tables = FaceTables.of(series.tables());
        if (tables.size() > 2)
            throw new AffectException("There are " + tables.size()
                + " tables: give one with both people, or one for each.");
        final List<Row> rows = new ArrayList<>();
        try (Recording one = Recording.read(tables.get(0), series.channels(), progress);
            Recording other = Recording.read(tables.get(tables.size() - 1), one.channels(), progress))
        {
            CsvTable.write(folder.resolve("windows.csv"), List.of("channel", "time", "correlation_at_0",
                "peak_correlation", "peak_lag"), csv -> {
                    for (final String channel : one.channels())
                        rows.add(new Row(channel, measure(one, other, channel, csv, progress)));
                });
        }
        CsvTable.write(folder.resolve("synchrony.csv"), List.of("channel", "windows", "windows_with_peak",
            "mean_peak_correlation", "mean_lag", "first_leads", "second_leads", "surrogates", "surrogate_mean",
            "surrogate_sd", "p"), csv -> rows.forEach(row -> add(csv, row)));
        return rows;
    }

    private Synchrony measure(final Recording one, final Recording other, final String channel, final CsvTable csv,
        final Progress progress)
    {
        final Series left = series.preparation().prepare(one.series(one.identity(first), channel));
        final Series right = series.preparation().prepare(other.series(other.identity(second), channel)).later(shift);
        final WindowedCorrelation correlation = measure.correlation();
        final double start = Math.max(left.times()[0], right.times()[0]);
        final double end = Math.min(left.times()[left.size() - 1], right.times()[right.size() - 1]);
        final int count = (int) Math.max(0, Math.floor((end - start) * correlation.rate() + 1e-6) + 1);
        final double gap = series.preparation().smoothing().longestGap();
        final double[] a = left.resample(start, 1 / correlation.rate(), count, gap);
        final double[] b = right.resample(start, 1 / correlation.rate(), count, gap);
        final Synchrony found = measure.measure(a, b, progress);
        correlation.visit(a, b, (from, correlations) -> {
            final int peak = correlation.peak(correlations);
            final double middle = start + (from + (correlation.samples() - 1) / 2.0) / correlation.rate();
            csv.row(channel, middle, correlations[correlation.lags()],
                peak == WindowedCorrelation.NONE ? Double.NaN : correlations[peak],
                peak == WindowedCorrelation.NONE ? Double.NaN : (peak - correlation.lags()) / correlation.rate());
        });
        return found;
    }

    private void add(final CsvTable csv, final Row row) {
        final Synchrony found = row.synchrony();
        csv.row(row.channel(), found.windows(), found.peaks(), found.meanPeak(), found.meanLag(), found.firstLeads(),
            found.secondLeads(), measure.surrogates(), found.chance(), found.chanceDeviation(), found.p());
    }
}
