package org.affectj.imagej;

import ij.measure.ResultsTable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.detect.FaceBox;
import org.affectj.detect.Landmarks;
import org.affectj.model.ActionUnit;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.ResultColumn;
import org.affectj.pipeline.ResultColumns;

/**
 * What is drawn of one face: the cells of a table row that can be seen.
 *
 * @param frame number of the frame, from 1
 * @param track number of the person along the source, from 1; 0 if unknown
 * @param box where the face is
 * @param landmarks its 68 points, if known
 * @param label the expression and its probability, such as {@code Happiness 0.93}; empty if unknown
 * @param actionUnits 12 values in [0, 1] by {@link ActionUnit#ordinal()}; empty if unknown
 * @param present the action units that reach the model's threshold
 */
record FaceSketch(int frame, int track, FaceBox box, Optional<Landmarks> landmarks, String label,
    List<Double> actionUnits, List<Boolean> present) {

    /**
     * @param records of any frames
     * @param thresholds value from which each action unit counts as present
     * @return a sketch for each face; none for records without one
     */
    static List<FaceSketch> of(final List<FaceRecord> records, final List<Double> thresholds) {
        final List<ResultColumn> columns = ResultColumns.of(thresholds, 0, true);
        return records.stream().filter(record -> record.face().isPresent()).map(record -> {
            final Map<String, String> cells =
                columns.stream().collect(Collectors.toMap(ResultColumn::name, column -> column.cell(record)));
            return of(name -> cells.getOrDefault(name, ""));
        }).toList();
    }

    /**
     * @param table as Analyze Faces makes it, or its CSV file opened
     * @return a sketch for each row that has a face
     * @throws AffectException if a column that says where faces are isn't there
     */
    static List<FaceSketch> of(final ResultsTable table) {
        for (final String name : List.of("frame", "x", "y", "width", "height"))
            if (!table.columnExists(name))
                throw new AffectException("The table has no column '" + name
                    + "': choose a table that Analyze Faces made.");
        final List<FaceSketch> sketches = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            final Function<String, String> cells = cells(table, row);
            if (!Double.isNaN(number(cells, "width"))) sketches.add(of(cells));
        }
        return sketches;
    }

    private static Function<String, String> cells(final ResultsTable table, final int row) {
        return name -> table.columnExists(name) ? FaceTable.cell(table, name, row) : "";
    }

    private static FaceSketch of(final Function<String, String> cells) {
        final FaceBox box = new FaceBox(number(cells, "x"), number(cells, "y"), number(cells, "width"),
            number(cells, "height"), 0, 1);
        final List<Double> values = ofUnits(unit -> number(cells, unit.name()));
        return new FaceSketch((int) number(cells, "frame"), (int) number(cells, "track"), box, landmarks(cells),
            label(cells), values.contains(Double.NaN) ? List.of() : values,
            ofUnits(unit -> number(cells, unit.name() + "_present") == 1));
    }

    private static <T> List<T> ofUnits(final Function<ActionUnit, T> value) {
        return Arrays.stream(ActionUnit.values()).map(value).toList();
    }

    private static String label(final Function<String, String> cells) {
        final String expression = cells.apply("expression");
        if (expression.isEmpty()) return "";
        final double probability = number(cells, expression);
        return Double.isNaN(probability) ? expression : String.format(Locale.ROOT, "%s %.2f", expression, probability);
    }

    private static Optional<Landmarks> landmarks(final Function<String, String> cells) {
        if (cells.apply("x_0").isEmpty()) return Optional.empty();
        return Optional.of(new Landmarks(points(i -> number(cells, "x_" + i)), points(i -> number(cells, "y_" + i))));
    }

    private static double[] points(final IntFunction<Double> value) {
        final double[] points = new double[Landmarks.COUNT];
        Arrays.setAll(points, value::apply);
        return points;
    }

    private static double number(final Function<String, String> cells, final String name) {
        final String cell = cells.apply(name);
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }
        catch (final NumberFormatException e) {
            throw new AffectException("The table's column '" + name + "' holds '" + cell
                + "' instead of a number: choose a table that Analyze Faces made.", e);
        }
    }
}
