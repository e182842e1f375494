package org.affectj.imagej.explorer;

import java.awt.Rectangle;

import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.TableColumn;

import org.affectj.pipeline.ResultRows;

/** The rows of the results table, read when they come into sight; a selected row and the shown frame go together. */
final class RowsTable extends JTable implements Exploration.Listener {

    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 78;
    private static final int SOURCE_WIDTH = 140;

    private final transient Exploration exploration;

    /** @param exploration what is looked at */
    RowsTable(final Exploration exploration) {
        super(new Model(exploration.rows()));
        this.exploration = exploration;
        setAutoResizeMode(AUTO_RESIZE_OFF);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        getTableHeader().setReorderingAllowed(false);
        for (int i = 0; i < getColumnCount(); i++) {
            final TableColumn column = getColumnModel().getColumn(i);
            column.setPreferredWidth(getColumnName(i).equals("source") ? SOURCE_WIDTH : WIDTH);
        }
        getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting() && getSelectedRow() >= 0)
                moveTo(exploration.cell(getSelectedRow(), "frame"));
        });
        exploration.add(this);
        moved();
    }

    private void moveTo(final String frame) {
        if (!frame.isEmpty()) exploration.moveTo((int) Double.parseDouble(frame));
    }

    @Override
    public void chosen() {
        moved();
    }

    @Override
    public void moved() {
        if (getSelectedRow() >= 0 && isFrame(exploration.cell(getSelectedRow(), "frame"))) return;
        exploration.row().ifPresent(row -> {
            setRowSelectionInterval(row, row);
            final Rectangle cell = getCellRect(row, 0, true);
            scrollRectToVisible(new Rectangle(getVisibleRect().x, cell.y, 1, cell.height));
        });
    }

    private boolean isFrame(final String cell) {
        return !cell.isEmpty() && (int) Double.parseDouble(cell) == exploration.frame();
    }

    private static final class Model extends AbstractTableModel {

        private static final long serialVersionUID = 1L;

        private final transient ResultRows rows;

        private Model(final ResultRows rows) {
            this.rows = rows;
        }

        @Override
        public int getRowCount() {
            return rows.size();
        }

        @Override
        public int getColumnCount() {
            return rows.headings().size();
        }

        @Override
        public String getColumnName(final int column) {
            return rows.headings().get(column);
        }

        @Override
        public Object getValueAt(final int row, final int column) {
            return rows.row(row).get(column).replaceFirst("\\.0$", ""); // ImageJ keeps whole numbers as fractions
        }
    }
}
