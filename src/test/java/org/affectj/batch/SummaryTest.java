package org.affectj.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.affectj.pipeline.Column;
import org.affectj.pipeline.ResultColumn;
import org.affectj.pipeline.ResultColumns;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link Summary} on tables of which everything is easily reckoned by hand. */
class SummaryTest {

    private static final List<ResultColumn> COLUMNS = ResultColumns.of(Collections.nCopies(12, 0.5), 0.5, true);

    @TempDir
    private Path folder;

    @Test
    void summarisesEachPerson() throws IOException {
        final Outcome two = table("two", 4,
            Map.of("face", "1", "track", "1", "frame", "2", "time", "0.500000", "expression_certain", "1", "AU12",
                "0.2", "AU12_present", "0", "expression", "Anger", "valence", "-0.5"),
            Map.of("face", "2", "track", "3", "AU12", "0.9", "AU12_present", "1", "expression", "Fear", "valence",
                "0.25"),
            Map.of("face", "1", "track", "1", "AU12", "0.4", "AU12_present", "0", "expression", "Happiness", "valence",
                "0"),
            Map.of("face", "2", "track", "1", "frame", "9", "time", "2.000000", "expression_certain", "0", "AU12",
                "0.9", "AU12_present", "1", "expression", "Happiness", "valence", "0.5"),
            Map.of("status", "no_face"));
        final Outcome none = table("none", 1, Map.of("status", "no_face"));
        final Outcome failed = new Outcome(folder.resolve("bad.png"), "bad", Optional.empty(), Outcome.Status.FAILED,
            Optional.empty(), Optional.of("It is bad."), 0, false);
        final Path file = folder.resolve("summary.csv");
        new Summary(COLUMNS).write(file, List.of(failed, none, two));

        final List<CSVRecord> rows = rows(file);
        assertEquals(3, rows.size());
        assertEquals(Map.of("track", "", "frames", "1", "frames_with_face", "0", "AU12_mean", "", "Fear_share", ""),
            cells(rows.get(0), "track", "frames", "frames_with_face", "AU12_mean", "Fear_share"));
        // 0.2, 0.4 and 0.9: mean 1.5 / 3, squares 0.09 + 0.01 + 0.16 = 0.26, sd √0.13 = 0.360555
        assertEquals(Map.of("track", "1", "frames", "4", "frames_with_face", "3", "AU12_mean", "0.500000", "AU12_sd",
            "0.360555", "AU12_min", "0.200000", "AU12_max", "0.900000", "AU12_share", "0.333333"),
            cells(rows.get(1), "track", "frames", "frames_with_face", "AU12_mean", "AU12_sd", "AU12_min", "AU12_max",
                "AU12_share"));
        assertEquals(Map.of("Happiness_share", "0.666667", "Anger_share", "0.333333", "Fear_share", "0.000000",
            "valence_mean", "0.000000", "valence_sd", "0.500000"),
            cells(rows.get(1), "Happiness_share", "Anger_share", "Fear_share", "valence_mean", "valence_sd"));
        assertEquals(Map.of("share_with_face", "0.750000", "first_frame", "2", "first_time", "0.500000", "last_time",
            "2.000000", "certain_share", "0.500000"),
            cells(rows.get(1), "share_with_face", "first_frame", "first_time", "last_time", "certain_share"));
        // places 0.1, 0.5, 1, 1.5 and 1.9 between 0.2, 0.4 and 0.9
        assertEquals(Map.of("AU12_p05", "0.220000", "AU12_p25", "0.300000", "AU12_p50", "0.400000",
            "AU12_p75", "0.650000", "AU12_p95", "0.850000"),
            cells(rows.get(1), "AU12_p05", "AU12_p25", "AU12_p50", "AU12_p75", "AU12_p95"));
        assertEquals(Map.of("track", "3", "frames_with_face", "1", "AU12_mean", "0.900000", "AU12_sd", "", "Fear_share",
            "1.000000"), cells(rows.get(2), "track", "frames_with_face", "AU12_mean", "AU12_sd", "Fear_share"));
        assertEquals(List.of(), rows.get(0).getParser().getHeaderNames().stream()
            .filter(name -> name.matches("([xy]_\\d|time|frame_|source|AU12_present).*|valence_share")).toList());
    }

    /** Mean and deviation of large numbers that differ little, where sums of squares would lose all digits. */
    @Test
    void statisticsKeepTheirDigits() {
        final RunningStatistics statistics = new RunningStatistics();
        for (final double value : new double[] { 1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16 }) statistics.add(value);
        assertEquals(1e9 + 10, statistics.mean());
        assertEquals(Math.sqrt(30), statistics.deviation(), 1e-9);
    }

    /** Against another implementation, with few numbers and with more than there are different ones. */
    @Test
    void percentilesAreExactHoweverManyNumbersCome() {
        final Column column = COLUMNS.stream().filter(c -> c.name().equals("valence")).findFirst()
            .orElseThrow().column();
        for (final int count : new int[] { 1, 2, 17, 1000, 50_000 }) {
            final double[] numbers = new Random(count).doubles(count)
                .map(number -> Math.round((2 * number * number - 1) * 1e4) / 1e4).toArray();
            final RunningPercentiles percentiles = new RunningPercentiles(column);
            for (final double number : numbers) percentiles.add(number);
            for (final double percent : new double[] { 0.5, 5, 25, 50, 75, 95, 100 })
                assertEquals(new Percentile().withEstimationType(EstimationType.R_7).evaluate(numbers, percent),
                    percentiles.percentile(percent), 1e-12, count + " numbers, percentile " + percent);
        }
    }

    @SafeVarargs
    private Outcome table(final String name, final int frames, final Map<String, String>... rows) throws IOException {
        final List<String> lines = new ArrayList<>();
        lines.add(COLUMNS.stream().map(ResultColumn::name).collect(Collectors.joining(",")));
        for (final Map<String, String> row : rows) lines.add(COLUMNS.stream()
            .map(column -> row.getOrDefault(column.name(), "")).collect(Collectors.joining(",")));
        final Path table = Files.write(folder.resolve(name + ".csv"), lines);
        return new Outcome(folder.resolve(name + ".png"), name, Optional.empty(), Outcome.Status.DONE, Optional.of(
            new Outcome.Result(frames, 0, rows.length, List.of(table), Optional.empty())), Optional.empty(), 0, false);
    }

    private static Map<String, String> cells(final CSVRecord row, final String... columns) {
        return List.of(columns).stream().collect(Collectors.toMap(column -> column, row::get));
    }

    private static List<CSVRecord> rows(final Path csv) throws IOException {
        try (Reader reader = Files.newBufferedReader(csv)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        }
    }
}
