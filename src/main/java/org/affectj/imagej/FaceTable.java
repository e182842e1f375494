package org.affectj.imagej;

import ij.measure.ResultsTable;

import java.util.List;

import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.ResultColumn;

/**
 * An ImageJ table of face records, cell for cell the text of the CSV file. It is a table of its own, never the one of
 * Analyze > Measure.
 */
public final class FaceTable {

    /** The title of the window that measured faces are shown in. */
    public static final String TITLE = "AffectJ Faces";

    private final List<ResultColumn> columns;
    private final ResultsTable table = new ResultsTable();

    /** @param columns from {@link org.affectj.pipeline.ResultColumns} */
    public FaceTable(final List<ResultColumn> columns) {
        this.columns = columns;
        table.showRowNumbers(false);
        table.setNaNEmptyCells(true);
    }

    /** Adds a row. */
    public void add(final FaceRecord record) {
        table.incrementCounter();
        final int row = table.size() - 1;
        for (final ResultColumn column : columns) {
            final String cell = column.cell(record);
            if (!column.isNumeric() || cell.isEmpty()) {
                table.setValue(column.name(), row, cell);
            }
            else {
                table.setValue(column.name(), row, Double.parseDouble(cell));
                table.setDecimalPlaces(table.getColumnIndex(column.name()), column.decimals());
            }
        }
    }

    /** @return the table, to show under {@link #TITLE} */
    public ResultsTable table() {
        return table;
    }
}
