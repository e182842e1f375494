package org.affectj.imagej;

import ij.measure.ResultsTable;

import java.util.List;

import org.affectj.AffectException;
import org.affectj.pipeline.ResultRows;

/** The rows of an ImageJ table. */
public final class TableRows implements ResultRows {

    private final String name;
    private final ResultsTable table;
    private final List<String> headings;

    /**
     * @param name title of its window
     * @param table that stays as it is
     */
    public TableRows(final String name, final ResultsTable table) {
        this.name = name;
        this.table = table;
        headings = List.of(table.getHeadings());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public List<String> row(final int index) {
        if (index >= table.size())
            throw new AffectException("The table '" + name + "' has lost its row " + (index + 1) + ": open it again.");
        return headings.stream().map(heading -> FaceTable.cell(table, heading, index)).toList();
    }

    @Override
    public void close() {
        // the table belongs to its window
    }
}
