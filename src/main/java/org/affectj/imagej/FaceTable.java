package org.affectj.imagej;

import ij.measure.ResultsTable;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.util.List;

import org.affectj.AffectException;
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

    /**
     * @param name title of a table's window, or the path of a CSV file
     * @return the table
     * @throws AffectException if there is none, or the file isn't one
     */
    public static ResultsTable find(final String name) {
        final ResultsTable shown = GraphicsEnvironment.isHeadless() ? null : ResultsTable.getResultsTable(name);
        if (shown != null) return shown;
        if (!new File(name).isFile())
            throw new AffectException("There is no table '" + name
                + "': run Analyze Faces first, or give the title of another table's window or the path of a CSV file.");
        try {
            return ResultsTable.open(name);
        }
        catch (final IOException | RuntimeException e) {
            throw new AffectException("The file '" + name + "' isn't a table: give a CSV file that "
                + "Analyze Faces wrote.", e);
        }
    }

    /**
     * Numbers are taken as they are, since a table that was opened from a file shows fewer digits than it holds.
     *
     * @param table any
     * @param heading of one of its columns
     * @param row from 0
     * @return what the cell holds; empty for nothing
     */
    static String cell(final ResultsTable table, final String heading, final int row) {
        final double number = table.getValue(heading, row);
        if (!Double.isNaN(number)) return Double.toString(number);
        final String cell = table.getStringValue(heading, row);
        return cell == null || cell.equals("NaN") ? "" : cell;
    }

    /** @return the table, to show under {@link #TITLE} */
    public ResultsTable table() {
        return table;
    }
}
