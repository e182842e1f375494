package org.affectj.batch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.WholeFile;
import org.affectj.model.Expression;
import org.affectj.pipeline.Column;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.ResultColumn;
import org.affectj.pipeline.ValueRange;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * {@code summary.csv}: a row for each person that was followed in each input, with the statistics of the frames. They
 * are computed from the tables, a row at a time, so that a batch that was interrupted gives the same ones.
 */
final class Summary {

    private static final List<String> PLACES = List.of("frame", "time", "face", "track");
    private static final String PRESENT = "_present";
    private static final String CERTAIN = "expression_certain";
    private static final List<Integer> PERCENTS = List.of(5, 25, 50, 75, 95);
    private static final int DECIMALS = 6;

    /** The columns that say who it is. */
    private static final List<Column> PERSON = List.of(
        new Column("input", "", ValueRange.TEXT, "whole path of the input", Column.TEXT),
        new Column("table", "", ValueRange.TEXT, "name of the input's table", Column.TEXT),
        new Column("status", "", ValueRange.oneOf(List.of(Outcome.Status.DONE.toString(),
            Outcome.Status.DAMAGED.toString())), "whether all of the input could be read", Column.TEXT),
        new Column("frames", "", ValueRange.from(1), "number of frames of the input", 0),
        new Column("track", "", ValueRange.from(1), "the person, as in the table; empty if there is no face", 0),
        new Column("frames_with_face", "", ValueRange.from(0), "number of frames with this person's face", 0),
        new Column("share_with_face", "", ValueRange.between(0, 1), "frames_with_face as a share of frames", DECIMALS),
        new Column("first_frame", "", ValueRange.from(1), "number of the frame in which the person is first seen", 0),
        new Column("first_time", "seconds", ValueRange.from(0), "time at which the person is first seen", DECIMALS),
        new Column("last_time", "seconds", ValueRange.from(0), "time at which the person is last seen", DECIMALS));

    private final List<Column> columns;
    private final List<String> measures;
    private final List<String> shared;
    private final List<Column> ranked;

    /** @param tables columns of the tables */
    Summary(final List<ResultColumn> tables) {
        final List<Column> measured = tables.stream().map(ResultColumn::column).filter(Summary::isMeasure).toList();
        final List<String> names = tables.stream().map(ResultColumn::name).toList();
        measures = measured.stream().map(Column::name).toList();
        shared = measures.stream().filter(name -> names.contains(name + PRESENT) || isExpression(name)).toList();
        ranked = measured.stream().filter(column -> isRanked(column.name())).toList();
        columns = new ArrayList<>(PERSON);
        columns.add(new Column("certain_share", "", ValueRange.between(0, 1),
            "share of these frames in which the expression is certain", DECIMALS));
        for (final Column measure : measured) addStatistics(measure);
    }

    private static boolean isMeasure(final Column column) {
        return column.isNumeric() && !PLACES.contains(column.name()) && !column.name().endsWith(PRESENT)
            && !column.name().equals(CERTAIN) && !column.name().matches("[xy]_\\d+");
    }

    /** Action units, valence and arousal have percentiles. */
    private static boolean isRanked(final String name) {
        return name.matches("AU\\d{2}|valence|arousal");
    }

    private void addStatistics(final Column of) {
        columns.add(statistic(of, "mean", of.range(), "mean"));
        columns.add(statistic(of, "sd", ValueRange.from(0), "standard deviation of a sample"));
        columns.add(statistic(of, "min", of.range(), "least value"));
        columns.add(statistic(of, "max", of.range(), "greatest value"));
        if (isRanked(of.name())) for (final int percent : PERCENTS)
            columns.add(statistic(of, String.format(Locale.ROOT, "p%02d", percent), of.range(), "percentile " + percent));
        if (shared.contains(of.name())) columns.add(new Column(of.name() + "_share", "", ValueRange.between(0, 1),
            isExpression(of.name()) ? "share of these frames in which " + of.name() + " is the most probable expression"
                : "share of these frames in which " + of.name() + " reaches the model's threshold", DECIMALS));
    }

    private static Column statistic(final Column of, final String name, final ValueRange range, final String words) {
        return new Column(of.name() + "_" + name, of.unit(), range,
            words + " of " + of.name() + " over the frames with this person's face", DECIMALS);
    }

    /** @return the columns of the summary */
    List<Column> columns() {
        return List.copyOf(columns);
    }

    /**
     * @param file to write; replaced if it exists
     * @param outcomes inputs; those without a table are left out
     * @throws AffectException if the file can't be written, or a table isn't one
     */
    void write(final Path file, final List<Outcome> outcomes) {
        WholeFile.write(file, part -> {
            try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(part), CsvResults.FORMAT)) {
                csv.printRecord(columns.stream().map(Column::name));
                for (final Outcome outcome : outcomes)
                    if (outcome.result().isPresent()) write(outcome, outcome.result().get(), csv);
            }
        });
    }

    private void write(final Outcome outcome, final Outcome.Result result, final CSVPrinter csv) throws IOException {
        final Path table = result.files().get(0);
        if (!Files.isRegularFile(table)) return; // moved away by the user since
        Map<Integer, FaceSummary> faces = faces(table);
        if (faces.isEmpty()) faces = Map.of(0, new FaceSummary());
        for (final Map.Entry<Integer, FaceSummary> face : faces.entrySet()) {
            final List<String> cells = new ArrayList<>(List.of(Manifest.key(outcome.input()),
                table.getFileName().toString(), outcome.status().toString(), Integer.toString(result.frames()),
                face.getKey() == 0 ? "" : face.getKey().toString(), Integer.toString(face.getValue().frames)));
            face.getValue().addTo(cells, result.frames());
            csv.printRecord(cells);
        }
    }

    private Map<Integer, FaceSummary> faces(final Path table) throws IOException {
        final Map<Integer, FaceSummary> faces = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(table)) {
            for (final CSVRecord row : CsvResults.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(reader))
                if (!row.get("track").isEmpty())
                    faces.computeIfAbsent(Integer.parseInt(row.get("track")), track -> new FaceSummary()).add(row);
        } catch (final IllegalArgumentException e) {
            throw new AffectException("The table '" + table
                + "' isn't as AffectJ wrote it: delete it and give the same command again.", e);
        }
        return faces;
    }

    private static boolean isExpression(final String name) {
        return List.of(Expression.values()).stream().anyMatch(expression -> expression.label().equals(name));
    }

    /** The statistics of one person's face. */
    private final class FaceSummary {

        private final List<RunningStatistics> values =
            measures.stream().map(measure -> new RunningStatistics()).toList();
        private final List<RunningStatistics> shares = shared.stream().map(name -> new RunningStatistics()).toList();
        private final Map<String, RunningPercentiles> ranks =
            ranked.stream().collect(Collectors.toMap(Column::name, RunningPercentiles::new));
        private final RunningStatistics certain = new RunningStatistics();
        private int frames = 0;
        private String firstFrame = "";
        private String firstTime = "";
        private String lastTime = "";

        private void add(final CSVRecord row) {
            if (frames == 0) firstFrame = row.get("frame");
            if (frames == 0) firstTime = row.get("time");
            lastTime = row.get("time");
            frames++;
            if (!row.get(CERTAIN).isEmpty()) certain.add(Double.parseDouble(row.get(CERTAIN)));
            ranks.forEach((name, percentiles) -> {
                if (!row.get(name).isEmpty()) percentiles.add(Double.parseDouble(row.get(name)));
            });
            for (int i = 0; i < measures.size(); i++) {
                final String cell = row.get(measures.get(i));
                if (!cell.isEmpty()) values.get(i).add(Double.parseDouble(cell));
            }
            for (int i = 0; i < shared.size(); i++) shares.get(i).add(counts(row, shared.get(i)) ? 1 : 0);
        }

        /** Whether an action unit reaches its threshold, or an expression is the most probable one. */
        private boolean counts(final CSVRecord row, final String measure) {
            return row.isMapped(measure + PRESENT) ? row.get(measure + PRESENT).equals("1")
                : row.get("expression").equals(measure);
        }

        private void addTo(final List<String> cells, final int all) {
            cells.addAll(List.of(cell((double) frames / all), firstFrame, firstTime, lastTime, cell(certain.mean())));
            for (int i = 0; i < measures.size(); i++) {
                final RunningStatistics of = values.get(i);
                for (final double value : new double[] { of.mean(), of.deviation(), of.minimum(), of.maximum() })
                    cells.add(cell(value));
                if (isRanked(measures.get(i))) for (final int percent : PERCENTS)
                    cells.add(cell(ranks.get(measures.get(i)).percentile(percent)));
                final int share = shared.indexOf(measures.get(i));
                if (share >= 0) cells.add(cell(shares.get(share).mean()));
            }
        }
    }

    private static String cell(final double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + DECIMALS + "f", value);
    }
}
