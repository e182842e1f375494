package org.affectj.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.affectj.model.Expression;
import org.affectj.pipeline.Column;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.ResultColumn;
import org.affectj.pipeline.ValueRange;

/**
 * What the faces of one input show over its frames, person by person: when they are seen, and statistics of each
 * measure. Rows come one at a time, and none is kept.
 */
public final class PeopleSummary {

    private static final List<String> PLACES = List.of("frame", "time", "face", "track");
    private static final String PRESENT = "_present";
    private static final String CERTAIN = "expression_certain";
    private static final List<Integer> PERCENTS = List.of(5, 25, 50, 75, 95);
    private static final int DECIMALS = 6;

    /** The columns that say who it is, and when. */
    private static final List<Column> PERSON = List.of(
        new Column("track", "", ValueRange.from(1), "the person, as in the table; empty if there is no face", 0),
        new Column("frames_with_face", "", ValueRange.from(0), "number of frames with this person's face", 0),
        new Column("share_with_face", "", ValueRange.between(0, 1), "frames_with_face as a share of frames", DECIMALS),
        new Column("first_frame", "", ValueRange.from(1), "number of the frame in which the person is first seen", 0),
        new Column("first_time", "seconds", ValueRange.from(0), "time at which the person is first seen", DECIMALS),
        new Column("last_time", "seconds", ValueRange.from(0), "time at which the person is last seen", DECIMALS),
        new Column("certain_share", "", ValueRange.between(0, 1),
            "share of these frames in which the expression is certain", DECIMALS));

    private final List<ResultColumn> table;
    private final List<Column> measures;
    private final Map<Integer, Person> people = new TreeMap<>();

    /** @param table columns of the table of faces */
    public PeopleSummary(final List<ResultColumn> table) {
        this.table = table;
        measures = table.stream().map(ResultColumn::column).filter(PeopleSummary::isMeasure).toList();
    }

    private static boolean isMeasure(final Column column) {
        return column.isNumeric() && !PLACES.contains(column.name()) && !column.name().endsWith(PRESENT)
            && !column.name().equals(CERTAIN) && !column.name().matches("[xy]_\\d+");
    }

    /** Action units, valence and arousal have percentiles. */
    private static boolean isRanked(final Column measure) {
        return isActionUnit(measure) || measure.name().matches("valence|arousal");
    }

    private static boolean isActionUnit(final Column measure) {
        return measure.name().matches("AU\\d{2}");
    }

    private static boolean isExpression(final Column measure) {
        return Stream.of(Expression.values()).anyMatch(expression -> expression.label().equals(measure.name()));
    }

    /** @return the columns of the summary, from {@code track} on */
    public List<Column> columns() {
        final List<Column> columns = new ArrayList<>(PERSON);
        for (final Column measure : measures) addStatistics(measure, columns);
        return columns;
    }

    private static void addStatistics(final Column of, final List<Column> columns) {
        columns.add(statistic(of, "mean", of.range(), "mean"));
        columns.add(statistic(of, "sd", ValueRange.from(0), "standard deviation of a sample"));
        columns.add(statistic(of, "min", of.range(), "least value"));
        columns.add(statistic(of, "max", of.range(), "greatest value"));
        if (isRanked(of)) for (final int percent : PERCENTS)
            columns.add(statistic(of, String.format(Locale.ROOT, "p%02d", percent), of.range(),
                "percentile " + percent));
        if (isActionUnit(of)) columns.add(share(of, "reaches the model's threshold"));
        if (isExpression(of)) columns.add(share(of, "is the most probable expression"));
    }

    private static Column share(final Column of, final String what) {
        return new Column(of.name() + "_share", "", ValueRange.between(0, 1),
            "share of these frames in which " + of.name() + " " + what, DECIMALS);
    }

    private static Column statistic(final Column of, final String name, final ValueRange range, final String words) {
        return new Column(of.name() + "_" + name, of.unit(), range,
            words + " of " + of.name() + " over the frames with this person's face", DECIMALS);
    }

    /** Takes a record; one without a face is passed over. */
    public void add(final FaceRecord record) {
        final Map<String, String> cells =
            table.stream().collect(Collectors.toMap(ResultColumn::name, column -> column.cell(record)));
        add(cells::get);
    }

    /**
     * Takes a row of the table; one without a face is passed over.
     *
     * @param row gives the cell of a column
     * @throws IllegalArgumentException if a cell isn't as AffectJ wrote it
     */
    void add(final Function<String, String> row) {
        if (!row.apply("track").isEmpty())
            people.computeIfAbsent(Integer.parseInt(row.apply("track")), track -> new Person()).add(row);
    }

    /**
     * @param frames number of all frames
     * @return the cells of a row for each person, in the order of {@link #columns()}; one row without a track if there
     *         is nobody
     */
    public List<List<String>> rows(final int frames) {
        if (people.isEmpty()) return List.of(new Person().cells("", frames));
        return people.entrySet().stream().map(person -> person.getValue().cells(person.getKey().toString(), frames))
            .toList();
    }

    /** One person's face. */
    private final class Person {

        private final List<Measure> values = measures.stream().map(Measure::new).toList();
        private final RunningStatistics certain = new RunningStatistics();
        private int frames = 0;
        private String firstFrame = "";
        private String firstTime = "";
        private String lastTime = "";

        private void add(final Function<String, String> row) {
            if (frames == 0) firstFrame = row.apply("frame");
            if (frames == 0) firstTime = row.apply("time");
            lastTime = row.apply("time");
            frames++;
            if (!row.apply(CERTAIN).isEmpty()) certain.add(Double.parseDouble(row.apply(CERTAIN)));
            values.forEach(value -> value.add(row));
        }

        private List<String> cells(final String track, final int all) {
            final List<String> cells = new ArrayList<>(List.of(track, Integer.toString(frames),
                cell((double) frames / all), firstFrame, firstTime, lastTime, cell(certain.mean())));
            values.forEach(value -> value.addTo(cells));
            return cells;
        }
    }

    /** One measure of one person's face. */
    private static final class Measure {

        private final Column column;
        private final RunningStatistics values = new RunningStatistics();
        private final RunningPercentiles ranks;
        private final RunningStatistics share = new RunningStatistics();

        private Measure(final Column column) {
            this.column = column;
            ranks = isRanked(column) ? new RunningPercentiles(column) : null;
        }

        private void add(final Function<String, String> row) {
            final String cell = row.apply(column.name());
            if (!cell.isEmpty()) {
                values.add(Double.parseDouble(cell));
                if (ranks != null) ranks.add(Double.parseDouble(cell));
            }
            if (isExpression(column)) share.add(row.apply("expression").equals(column.name()) ? 1 : 0);
            if (isActionUnit(column)) share.add(row.apply(column.name() + PRESENT).equals("1") ? 1 : 0);
        }

        private void addTo(final List<String> cells) {
            for (final double value : new double[] { values.mean(), values.deviation(), values.minimum(),
                values.maximum() }) cells.add(cell(value));
            if (ranks != null) for (final int percent : PERCENTS) cells.add(cell(ranks.percentile(percent)));
            if (isActionUnit(column) || isExpression(column)) cells.add(cell(share.mean()));
        }
    }

    private static String cell(final double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + DECIMALS + "f", value);
    }
}
