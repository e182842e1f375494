package org.affectj.imagej;

import ij.measure.ResultsTable;

import java.util.List;

import org.affectj.batch.PeopleSummary;
import org.affectj.pipeline.Column;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.ResultColumn;

/** An ImageJ table of what the faces of a stack or video show over its frames, a row for each person. */
public final class PeopleTable {

    /** The title of its window. */
    public static final String TITLE = "AffectJ People";

    private PeopleTable() {
    }

    /**
     * @param columns of the table of faces
     * @param records the faces
     * @param frames number of all frames
     * @return the cells of {@code summary.csv} from {@code track} on
     */
    public static ResultsTable of(final List<ResultColumn> columns, final List<FaceRecord> records, final int frames) {
        final PeopleSummary people = new PeopleSummary(columns);
        records.forEach(people::add);
        final ResultsTable table = new ResultsTable();
        table.showRowNumbers(false);
        table.setNaNEmptyCells(true);
        for (final List<String> cells : people.rows(frames)) {
            table.addRow();
            for (int i = 0; i < cells.size(); i++) add(people.columns().get(i), cells.get(i), table);
        }
        return table;
    }

    private static void add(final Column column, final String cell, final ResultsTable table) {
        if (cell.isEmpty()) table.addValue(column.name(), cell);
        else table.addValue(column.name(), Double.parseDouble(cell));
        table.setDecimalPlaces(table.getColumnIndex(column.name()), column.decimals());
    }
}
